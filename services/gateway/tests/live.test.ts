import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { startTest } from './start.ts';

/** A service that tells of changes, as far as a gateway can tell. */
async function startTeller() {
  const readers = new Set<ServerResponse>();
  const gone: Promise<void>[] = [];
  const server = createServer((request, response) => {
    readers.add(response);
    gone.push(new Promise((resolve) => response.once('close', resolve)));
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      connection: 'close',
    });
    response.write(`retry:3000\n\ndata:${request.url}\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, readers, gone };
}

const PLACE = (url: string) => ({ kind: 'remote', prefixes: ['/live'], url, staysOpen: true }) as const;

it('passes on what is told when it is told, to more pages than a pool has connections', async () => {
  const { url, readers } = await startTeller();
  const { request } = await startTest({ routes: [PLACE(url)] });
  const pages = await Promise.all(
    Array.from({ length: 150 }, async () => {
      const response = await request('/live?topics=inbox:a', { headers: { 'accept-encoding': 'gzip, br' } });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      return { response, reader, first: (await reader.read()).value };
    }),
  );
  expect(readers.size).toBe(150);
  for (const { response, first } of pages) {
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first).toBe('retry:3000\n\ndata:/live?topics=inbox:a\n\n');
  }
  for (const reader of readers) reader.write(':\n\n');
  for (const { reader } of pages) expect((await reader.read()).value).toBe(':\n\n');
  await Promise.all(pages.map(({ reader }) => reader.cancel()));
});

it('lets the service know when a page is closed, and cuts the others off when it stops', async () => {
  const { url, gone } = await startTeller();
  const { request, gateway } = await startTest({ routes: [PLACE(url)], drainMilliseconds: 60_000 });
  const controller = new AbortController();
  await request('/live?topics=inbox:a', { signal: controller.signal });
  controller.abort();
  await gone[0];
  const page = await request('/live?topics=inbox:b');
  const [, read] = await Promise.all([gateway.close(), page.text().catch((error: Error) => error)]);
  expect(read).toBeInstanceOf(Error);
  await gone[1];
});

it('ends a stream when whoever opened it is signed out, and only then', async () => {
  const { url, readers } = await startTeller();
  const officer: Viewer = {
    kind: 'officer',
    accountId: 'petugas',
    posts: [{ role: 'LIAISON_OFFICER', organisationId: 'a' }],
    reportGrants: [],
  };
  let asked = 0;
  let session: () => Promise<Viewer | null> = async () => officer;
  const { request } = await startTest({
    routes: [PLACE(url)],
    streamCheckMilliseconds: 20,
    authenticate: async () => {
      asked += 1;
      return session();
    },
  });
  const page = await request('/live?topics=inbox:a', { headers: { cookie: 'session=a' } });
  const reader = page.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  // It is asked again and again, and where nobody answers it goes on.
  session = async () => Promise.reject(new Error('away'));
  const before = asked;
  await expect.poll(() => asked).toBeGreaterThan(before + 1);
  for (const one of readers) one.write(':still\n\n');
  expect((await reader.read()).value).toBe(':still\n\n');
  session = async () => null;
  await expect(
    reader.read().then(({ done }) => (done ? Promise.reject(new Error('ended')) : null)),
  ).rejects.toThrow();
});
