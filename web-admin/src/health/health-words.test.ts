import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { JOB_WORDS } from './health-words.ts';

const services = join(import.meta.dirname, '../../../services');

/** Names under which services tell of their recurring work: of `repeat`, of a crontab, of tasks of a queue. */
function jobsOf(text: string): string[] {
  const repeated = [...text.matchAll(/\brepeat\(\s*'([a-z-]+)'/g)];
  const planned = [...text.matchAll(/^[\d*/, ]+ [\d*]+ [\d*]+ [\d*]+ ([a-z-]+)$/gm)];
  const queued = [...text.matchAll(/\b[A-Z_]+_TASK = '([a-z-]+)'/g)];
  return [...repeated, ...planned, ...queued].map(([, name = '']) => name);
}

it('every job of a service is told in words, not by its name in the code', () => {
  const names = readdirSync(services, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z]+\/src\/.*\.ts$/.test(file))
    .flatMap((file) => jobsOf(readFileSync(join(services, file), 'utf8')));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !Object.hasOwn(JOB_WORDS, name))).toEqual([]);
});
