import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.stubGlobal('builtVersion', 'of-a-test');
const { isFile, isKeySet, isPage, keySetOf, pageOf } = await import('./files.ts');

const shell = new Response('shell');
const request = new Request('http://localhost/lapor');

/** A worker that keeps the shell, and a network that answers as it is told. */
function withNetwork(answer: () => Promise<Response>, kept: Response | null = shell) {
  vi.stubGlobal('caches', { open: async () => ({ match: async () => kept ?? undefined }) });
  vi.stubGlobal('fetch', answer);
}
beforeEach(() => void vi.useRealTimers());

test.each(['/', '/lapor', '/lapor/periksa', '/laporan/48213097', '/kinerja', '/akun/data'])(
  '%s opens without a network',
  (path) => expect(isPage(path)).toBe(true),
);

test.each([
  '/instansi/',
  '/admin/verifikasi',
  '/sederhana/lapor',
  '/auth/oidc/start',
  '/files/x',
  '/graphql',
  '/demo',
  '/robots.txt',
  '/sitemap.xml',
  '/tanda-terima/018f0000-0000-7000-8000-000000000000',
])('%s is left to the server', (path) => expect(isPage(path)).toBe(false));

test('only files with a hash in their name are answered from the device', () => {
  expect(isFile('/assets/index-BE8N_8Ir.css')).toBe(true);
  expect(isFile('/instansi/assets/index-BE8N_8Ir.css')).toBe(false);
  expect(isFile('/manifest.webmanifest')).toBe(false);
});

test('the page of the server comes first, whatever it says', async () => {
  const missing = new Response('', { status: 404 });
  withNetwork(async () => missing);
  expect(await pageOf(request)).toBe(missing);
});

test('without a network, or with a server that is down, the shell opens', async () => {
  withNetwork(async () => Promise.reject(new TypeError('fetch failed')));
  expect(await pageOf(request)).toBe(shell);
  withNetwork(async () => new Response('', { status: 503 }));
  expect(await pageOf(request)).toBe(shell);
});

test('nobody waits longer than four seconds for a page that is here', async () => {
  vi.useFakeTimers();
  withNetwork(() => new Promise(() => undefined));
  const page = pageOf(request);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await page).toBe(shell);
});

test('on the very first visit there is no shell: the answer of the network counts', async () => {
  withNetwork(async () => new Response('', { status: 503 }), null);
  expect((await pageOf(request)).status).toBe(503);
});

describe('the keys of receipts', () => {
  const keys = new Request('http://localhost/.well-known/lapor-receipt-keys.json');
  const keptKeys = () => new Response('kept', { headers: { date: 'Fri, 20 Nov 2026 02:40:00 GMT' } });

  /** A worker that keeps keys, or none. */
  function withKept(answer: () => Promise<Response>, kept: Response | undefined) {
    const put = vi.fn<() => Promise<void>>(async () => undefined);
    vi.stubGlobal('caches', { open: async () => ({ match: async () => kept, put }) });
    vi.stubGlobal('fetch', answer);
    return put;
  }

  test('are known by their address', () => {
    expect(isKeySet('/.well-known/lapor-receipt-keys.json')).toBe(true);
    expect(isKeySet('/.well-known/other.json')).toBe(false);
  });

  test('come from the server first, and are kept', async () => {
    const put = withKept(async () => new Response('fresh'), keptKeys());
    const answer = await keySetOf(keys);
    expect([await answer.text(), answer.headers.get('x-kept-since')]).toEqual(['fresh', null]);
    expect(put).toHaveBeenCalledOnce();
  });

  test.each([
    ['without a network', async () => Promise.reject(new TypeError('fetch failed'))],
    ['while the server is down', async () => new Response('', { status: 503 })],
  ])('are those that were kept %s, with a word since when', async (_when, network) => {
    const put = withKept(network, keptKeys());
    const answer = await keySetOf(keys);
    expect(await answer.text()).toBe('kept');
    expect(answer.headers.get('x-kept-since')).toBe('2026-11-20T02:40:00.000Z');
    expect(put).not.toHaveBeenCalled();
  });

  test('are not made up when there are none', async () => {
    withKept(async () => Promise.reject(new TypeError('fetch failed')), undefined);
    await expect(keySetOf(keys)).rejects.toThrow('fetch failed');
  });
});
