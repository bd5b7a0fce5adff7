import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startTest } from './start.ts';

/** A service that takes files in parts, as far as a gateway can tell. */
async function startUploads() {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const {
      'upload-offset': offset = '',
      'content-type': type = '',
      'submission-key': key,
    } = request.headers;
    received.push([request.method, request.url, type, offset, key, Buffer.concat(body).length].join(' '));
    const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '7', 'upload-length': '9' };
    if (request.method === 'POST') response.writeHead(201, { ...headers, location: '/files/u1' }).end();
    else response.writeHead(request.method === 'HEAD' ? 200 : 204, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

it('passes an upload in parts on to a service in a process of its own, and its answers back', async () => {
  const { url, received } = await startUploads();
  const { request } = await startTest({ routes: [{ kind: 'remote', prefixes: ['/files'], url }] });
  const tus = { 'tus-resumable': '1.0.0', 'submission-key': 'k1' };
  const begun = await request('/files', { method: 'POST', headers: { ...tus, 'upload-length': '9' } });
  expect([begun.status, begun.headers.get('location')]).toEqual([201, '/files/u1']);
  const part = await request('/files/u1', {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(3_000_000),
  });
  expect([part.status, part.headers.get('upload-offset')]).toEqual([204, '7']);
  const head = await request('/files/u1', { method: 'HEAD', headers: tus });
  expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
    200,
    '7',
    '9',
  ]);
  expect((await request('/files/u1', { method: 'DELETE', headers: tus })).status).toBe(204);
  expect(received).toEqual([
    'POST /files   k1 0',
    'PATCH /files/u1 application/offset+octet-stream 0 k1 3000000',
    'HEAD /files/u1   k1 0',
    'DELETE /files/u1   k1 0',
  ]);
});
