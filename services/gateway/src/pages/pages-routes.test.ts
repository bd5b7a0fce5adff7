import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import type { PageServer, PageTools } from './page-server.ts';
import { pagesRoutes } from './pages-routes.ts';

/** What is queued now, and what that queues. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('keeps the place of a page that went out until its first question has ended, well or badly', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'place-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>as it was built</title>');
  const questions: PromiseWithResolvers<string | null>[] = [];
  let taken = 0;
  const createServer = (): PageServer => ({
    // As the pages of citizens do when an answer takes long.
    page: async (_template, _path, { firstAnswer }) => {
      firstAnswer('{}').catch(() => null);
      return { status: 200, html: 'without it' };
    },
    file: async () => null,
  });
  const server = fastify();
  const answer = await pagesRoutes(server, {
    pages: [{ directory, base: '/', createServer }],
    tools: {} as Omit<PageTools, 'directory'>,
    graphOf: () => async () => null,
    firstAnswerOf: () => () => {
      const question = Promise.withResolvers<string | null>();
      questions.push(question);
      return question.promise;
    },
    enter: async () => {
      taken += 1;
      return () => {
        taken -= 1;
      };
    },
    isSecure: false,
    reserved: [],
  });
  server.setNotFoundHandler(answer);
  const page = async () => (await server.inject({ url: '/laporan', headers: { accept: 'text/html' } })).body;
  expect([await page(), await page()]).toEqual(['without it', 'without it']);
  await settled();
  expect(taken).toBe(2);
  questions[0]!.resolve('{}');
  await settled();
  expect(taken).toBe(1);
  questions[1]!.reject(new Error('silence'));
  await settled();
  expect(taken).toBe(0);
  await server.close();
  await rm(directory, { recursive: true });
});
