import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { READS_AT_ONCE } from '../src/guard/reads-at-once.ts';
import type { PageServer } from '../src/index.ts';
import { startTest } from './start.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reads-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>as it was built</title>');
});
afterAll(() => rm(directory, { recursive: true }));

const HTML = { accept: 'text/html' };
const QUESTION = '{ books { id review } }';

it('pages without script share the places of their network with everything else it asks', async () => {
  const full = Promise.withResolvers<void>();
  const answers = Promise.withResolvers<string>();
  let reviews = 0;
  const createServer = (): PageServer => ({
    page: async () => ({ status: 200, html: 'with its own words' }),
    file: async () => null,
    plain: {
      base: '/sederhana',
      answer: async ({ graph }) => {
        const data = await graph(null)(QUESTION, {});
        return { status: data ? 200 : 503, html: data ? 'told' : 'not told', cookies: [] };
      },
    },
  });
  const { request, graph } = await startTest(
    { pages: [{ directory, base: '/', createServer }], subgraphTimeoutMilliseconds: 20_000 },
    {
      review: () => {
        reviews += 1;
        // Two books a question.
        if (reviews === 2 * READS_AT_ONCE) full.resolve();
        return answers.promise;
      },
    },
  );
  const waiting = Array.from({ length: READS_AT_ONCE }, () => request('/sederhana/laporan'));
  await full.promise;

  // What finds no place is not answered; the page says so, and nobody waits.
  const late = await request('/sederhana/laporan');
  expect([late.status, await late.text()]).toEqual([503, 'not told']);
  expect((await graph({ query: QUESTION })).status).toBe(429);
  expect(await (await request('/laporan', { headers: HTML })).text()).toContain('as it was built');

  answers.resolve('Fine.');
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await request('/sederhana/laporan')).status).toBe(200);
  expect(await (await request('/laporan', { headers: HTML })).text()).toBe('with its own words');
});
