import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';
import { test } from './people/journey.ts';

const DIST = join(import.meta.dirname, '../../web-citizen/dist');
/** Below this a compressed form is no smaller. */
const WORTH_BYTES = 600;

const get = async (request: APIRequestContext, path: string, encoding = 'gzip, deflate, br') => {
  const response = await request.get(path, {
    headers: { 'accept-encoding': encoding, accept: path.includes('.') ? '*/*' : 'text/html' },
  });
  return { status: response.status(), headers: response.headers(), size: (await response.body()).length };
};

test('built files are kept for a year and travel compressed; pages, worker and manifest are asked for anew', async ({
  request,
}) => {
  const assets: string[] = [];
  for await (const path of glob('assets/*.{js,css,json,topojson}', { cwd: DIST })) assets.push(path);
  expect(assets.length).toBeGreaterThan(20);
  for (const path of assets) {
    const { status, headers, size } = await get(request, `/${path}`);
    expect([path, status, headers['cache-control']]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect([path, headers['vary']]).toEqual([path, 'accept-encoding']);
    if (size >= WORTH_BYTES) expect([path, headers['content-encoding']]).toEqual([path, 'br']);
  }

  for (const path of ['/', '/lapor', '/laporan', '/bantuan']) {
    const { status, headers } = await get(request, path);
    // Not kept at all: a page of ours holds a nonce, and the next reader of a shared phone gets nothing by going back.
    expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store']);
    expect([path, headers['content-encoding']]).toEqual([path, 'br']);
    expect((await get(request, path, 'gzip')).headers['content-encoding']).toBe('gzip');
  }

  for (const path of ['/sw.js', '/manifest.webmanifest', '/icon-192.png']) {
    const { status, headers } = await get(request, path);
    expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-cache']);
    expect(headers['etag']).toBeTruthy();
  }
  expect((await get(request, '/sw.js')).headers['content-encoding']).toBe('br');
});
