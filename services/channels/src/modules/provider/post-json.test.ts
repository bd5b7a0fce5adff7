import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { postJson } from './post-json.ts';

const stack: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of stack.splice(0)) await one[Symbol.asyncDispose]();
});

/** Somebody who answers so; gives the address, and when a connection was let go of. */
async function answering(answer: (response: ServerResponse) => void) {
  let closed = 0;
  const server = createServer((_, response) => {
    response.on('close', () => closed++);
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stack.push({
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, closed: () => closed };
}
/** A letter of the answer every now and then, and no end. */
const slowly = (status: number) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

it('gives status and body', async () => {
  const { url } = await answering((response) => response.writeHead(200).end('{"ok":true}'));
  expect(await postJson(url, {})).toMatchObject({ status: 200, body: { ok: true } });
});

it('takes an answer that does not come to an end in time for silence', async () => {
  const { url } = await answering(slowly(200));
  const began = performance.now();
  expect(await postJson(url, {}, {}, 300)).toEqual({ outcome: { kind: 'UNCERTAIN', reason: 'NO_ANSWER' } });
  expect(performance.now() - began).toBeLessThan(3_000);
});

it('takes a refusal by its status, whatever comes behind it', async () => {
  const { url } = await answering(slowly(429));
  expect(await postJson(url, {}, {}, 300)).toMatchObject({ status: 429, body: null });
});

it('reads no more than an answer may have, and lets the connection go', async () => {
  const { url, closed } = await answering((response) => {
    response.writeHead(200);
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  });
  const began = performance.now();
  expect(await postJson(url, {}, {}, 20_000)).toMatchObject({ status: 200, body: null });
  expect(performance.now() - began).toBeLessThan(5_000);
  await expect.poll(closed).toBe(1);
});
