import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { partOf } from './administration-keys.ts';

const checkout = join(import.meta.dirname, '../../../..');
const roots = ['packages/staff/src', 'web-agency/src', 'web-admin/src'];
/** Their `index.ts` brings the words along, or they are opened from there. */
const WITH_WORDS = /^packages\/staff\/src\/(?:notes|redacting|report|templates)\//;
/** Begins with the console, though it stands among them. */
const AT_THE_START = /mention-bell\.tsx$/;

const idsIn = (name: string): string[] =>
  [...readFileSync(join(checkout, name), 'utf8').matchAll(/['`]([a-z][A-Za-z]*\.[A-Za-z_.]+)/g)].map(
    ([, id = '']) => id,
  );

it('what is said while a report is worked on is said nowhere else', () => {
  const elsewhere = roots
    .flatMap((root) =>
      readdirSync(join(checkout, root), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, name),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .filter((name) => AT_THE_START.test(name) || !WITH_WORDS.test(name));
  const missing = elsewhere.flatMap((name) =>
    idsIn(name)
      .filter((id) => id in indonesian && partOf(id) === 'report')
      .map((id) => `${name}: ${id}`),
  );
  expect(missing).toEqual([]);
});

it('these words are among the catalogue, and many', () => {
  expect(Object.keys(indonesian).filter((id) => partOf(id) === 'report').length).toBeGreaterThan(100);
});
