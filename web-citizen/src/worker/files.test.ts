import { beforeEach, expect, test, vi } from 'vitest';

vi.stubGlobal('builtVersion', 'of-a-test');
const { isFile, isPage, pageOf } = await import('./files.ts');

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
