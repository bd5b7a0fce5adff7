import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReport } from '../../../web-citizen/server/a-report.testing.ts';
import { createCitizenPages } from '../../../web-citizen/server/index.ts';
import { compressDirectory } from '../src/pages/compress-directory.ts';
import type { Pages } from '../src/index.ts';
import { startTest } from './start.ts';

const html = (name: string) =>
  `<!doctype html><html><head><title>${name}</title><meta property="csp-nonce" nonce="__CSP_NONCE__" />` +
  `<script type="module" nonce="__CSP_NONCE__" src="/assets/main-Ab3dE6_h.js"></script></head><body>${name}${' '.repeat(2_000)}</body></html>`;
const SCRIPT = `console.log(${JSON.stringify('lapor '.repeat(500))});`;
const AS_BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let root: string;
const site = (name: string) => join(root, name);
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pages-'));
  for (const name of ['citizen', 'agency']) {
    await mkdir(join(site(name), 'assets'), { recursive: true });
    await mkdir(join(site(name), '.vite'));
    await writeFile(join(site(name), 'index.html'), html(name));
    await writeFile(join(site(name), '.vite', 'manifest.json'), '{"secret":1}');
    await writeFile(join(site(name), 'assets', 'main-Ab3dE6_h.js'), SCRIPT);
    await writeFile(join(site(name), 'assets', 'main-Ab3dE6_h.js.map'), '{}');
    await writeFile(join(site(name), 'worker.js'), 'self.x = 1;');
  }
  await writeFile(join(root, 'outside.txt'), 'outside');
  await compressDirectory(site('citizen'));
});
afterAll(() => rm(root, { recursive: true }));

const pages = (createServer?: Pages['createServer']): Pages[] => [
  { directory: site('citizen'), base: '/', ...(createServer ? { createServer } : {}) },
  { directory: site('agency'), base: '/instansi/' },
];

const nonceOf = (policy: string | null) => /script-src 'self' 'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('the applications', () => {
  it('are served with a policy whose nonce is new each time and stands in the page', async () => {
    const { request } = await startTest({ pages: pages() });
    const nonces = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const response = await request('/', { headers: AS_BROWSER });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain(`default-src 'self'`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).toContain(`object-src 'none'`);
      expect(policy).not.toContain('unsafe');
      const nonce = nonceOf(policy)!;
      nonces.add(nonce);
      const text = await response.text();
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(text).not.toContain('__CSP_NONCE__');
    }
    expect(nonces.size).toBe(3);
  });

  it('each answer below their own path, whatever the page', async () => {
    const { request } = await startTest({ pages: pages() });
    const bodyOf = async (path: string) => (await request(path, { headers: AS_BROWSER })).text();
    expect(await bodyOf('/laporan/48213097')).toContain('<title>citizen</title>');
    expect(await bodyOf('/instansi/')).toContain('<title>agency</title>');
    expect(await bodyOf('/instansi/laporan/1?x=1')).toContain('<title>agency</title>');
    const bare = await request('/instansi', { headers: AS_BROWSER });
    expect([bare.status, bare.headers.get('location')]).toEqual([308, '/instansi/']);
  });

  it('keep hashed files for a year and ask again for all others', async () => {
    const { request } = await startTest({ pages: pages() });
    const script = await request('/assets/main-Ab3dE6_h.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    const worker = await request('/instansi/worker.js');
    expect(await worker.text()).toBe('self.x = 1;');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-security-policy')).toContain(`connect-src 'self'`);
    expect(worker.headers.get('etag')).toBeTruthy();
  });

  it('send the form that was compressed at the build to those who can read it', async () => {
    const { gateway } = await startTest({ pages: pages() });
    const load = (encoding?: string) =>
      new Promise<{ encoding: string | undefined; body: Buffer; policy: unknown }>((resolve, reject) => {
        get(
          `${gateway.address}/assets/main-Ab3dE6_h.js`,
          { headers: encoding ? { 'accept-encoding': encoding } : {} },
          async (response) => {
            const chunks: Buffer[] = [];
            for await (const chunk of response) chunks.push(chunk as Buffer);
            resolve({
              encoding: response.headers['content-encoding'],
              body: Buffer.concat(chunks),
              policy: response.headers['cache-control'],
            });
          },
        ).on('error', reject);
      });
    const brotli = await load('gzip, deflate, br');
    expect(brotli.encoding).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    expect(brotli.policy).toContain('immutable');
    const zipped = await load('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
    expect((await load()).body.toString()).toBe(SCRIPT);
  });

  it.each([
    '/assets/gone-Ab3dE6_h.js',
    '/index.html.gz',
    '/assets/main-Ab3dE6_h.js.map',
    '/assets/main-Ab3dE6_h.js.br',
    '/.vite/manifest.json',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/assets/../../outside.txt',
  ])('do not give away %s', async (path) => {
    const { gateway } = await startTest({ pages: pages() });
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { hostname, port } = new URL(gateway.address);
      get({ hostname, port, path, headers: { accept: '*/*' } }, async (response) => {
        let body = '';
        for await (const chunk of response) body += String(chunk);
        resolve({ status: response.statusCode!, text: body });
      }).on('error', reject);
    });
    expect(status).toBe(404);
    expect(text).not.toMatch(/outside|secret|console/);
  });

  it('answer with JSON where no page was asked for', async () => {
    const { request } = await startTest({ pages: pages() });
    for (const [path, init] of [
      ['/nothing', { headers: { accept: 'application/json' } }],
      ['/assets/x.js', { headers: AS_BROWSER }],
      ['/auth/nothing', { headers: AS_BROWSER }],
      ['/internal/events', { headers: AS_BROWSER }],
      ['/', { method: 'POST', headers: AS_BROWSER }],
      ['/image.png', {}],
    ] as const) {
      const response = await request(path, init);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
      expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    }
  });

  it('must be built before the start', async () => {
    await expect(startTest({ pages: [{ directory: join(root, 'gone'), base: '/' }] })).rejects.toThrow(
      /application for \/ is not built/,
    );
  });

  it('open without their own words when those cannot be made', async () => {
    const { request, lines } = await startTest({
      pages: pages(() => ({ page: () => Promise.reject(new Error('broken')), file: async () => null })),
    });
    const response = await request('/', { headers: AS_BROWSER });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>citizen</title>');
    expect(lines.join('')).toContain('a page was served without its own words');
  });

  it("have the citizens' pages made over the graph as the public reads it", async () => {
    const asked: string[] = [];
    const { request } = await startTest({
      authenticate: async () => ({ kind: 'officer', posts: [], reportGrants: [] }),
      pages: pages((tools) => {
        void tools
          .graph('{ viewer book(id: "1") { title } }', {})
          .then((data) => asked.push(JSON.stringify(data)));
        return createCitizenPages({
          ...tools,
          graph: async () => ({
            report: aReport({ title: '</title><script>x()</script> __CSP_NONCE__ $&', text: 'Teks' }),
          }),
        });
      }),
    });
    const page = await request('/laporan/48213097', {
      headers: { ...AS_BROWSER, cookie: 'session=officer' },
    });
    const text = await page.text();
    expect(text).toContain('&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt; __CSP_NONCE__ $&amp;');
    expect(text.match(/<script(?! type="application\/ld\+json")/g)).toHaveLength(1);
    expect(asked.join()).toContain('public');
    expect(asked.join()).toContain('Title 1');
    const gone = await request('/nothing', { headers: AS_BROWSER });
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('Halaman tidak ditemukan');
    const robots = await request('/robots.txt');
    expect(robots.headers.get('content-type')).toContain('text/plain');
    expect(await robots.text()).toContain('https://lapor.example/sitemap.xml');
    const sitemap = await request('/sitemap.xml');
    expect(sitemap.headers.get('content-type')).toContain('application/xml');
  });
});

describe('compressing a built application', () => {
  it('writes what is smaller and leaves what is up to date', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'compress-'));
    try {
      const script = join(directory, 'a.js');
      await writeFile(script, SCRIPT);
      await writeFile(join(directory, 'small.js'), 'x');
      await writeFile(join(directory, 'photo.png'), SCRIPT);
      expect(await compressDirectory(directory)).toBe(2);
      expect(brotliDecompressSync(await readFile(`${script}.br`)).toString()).toBe(SCRIPT);
      expect(await compressDirectory(directory)).toBe(0);
      await writeFile(script, `${SCRIPT}//`);
      const later = new Date(Date.now() + 5_000);
      await utimes(script, later, later);
      expect(await compressDirectory(directory)).toBe(2);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
