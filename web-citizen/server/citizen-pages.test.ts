import { describe, expect, it } from 'vitest';
import { createCitizenPages, type PublicGraph } from './index.ts';

const TEMPLATE = `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <title>LAPOR! – bawaan</title>
    <meta
      name="description"
      content="bawaan"
    />
    <script nonce="abc" src="/assets/a.js"></script>
  </head>
  <body><div id="app"></div></body>
</html>`;
const publicUrl = 'https://lapor.example';

const report = (more: object = {}) => ({
  number: '48213097',
  title: 'Jalan berlubang',
  text: 'Sudah tiga bulan.',
  submittedAt: '2026-11-20T02:40:00.000Z',
  updatedAt: '2026-11-21T02:40:00.000Z',
  isPublished: true,
  isConfidential: false,
  region: { fullName: 'Kuranji, Kota Padang, Sumatera Barat' },
  ...more,
});

function start(graph: PublicGraph) {
  let now = new Date('2026-11-20T00:00:00Z');
  const pages = createCitizenPages({ graph, publicUrl, clock: { now: () => now } });
  return { ...pages, later: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)) };
}
const answering = (found: object | null) => start(async () => ({ report: found }));
const nothing = start(async () => null);

describe("a page's head", () => {
  it('says what the fixed pages are, once', async () => {
    const { status, html } = await nothing.page(TEMPLATE, '/laporan');
    expect(status).toBe(200);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.match(/name="description"/g)).toHaveLength(1);
    expect(html).toContain('<title>Laporan publik – LAPOR!</title>');
    expect(html).toContain('<link rel="canonical" href="https://lapor.example/laporan" />');
    expect(html).toContain('<meta property="og:title" content="Laporan publik – LAPOR!" />');
    expect(html).not.toContain('bawaan');
    expect(html).toContain('<script nonce="abc" src="/assets/a.js"></script>');
    expect((await nothing.page(TEMPLATE, '/')).html).toContain('href="https://lapor.example/"');
  });

  it('keeps personal pages out of search engines', async () => {
    for (const path of [
      '/akun',
      '/akun/profil',
      '/akun/keamanan',
      '/akun/data',
      '/akun/hapus',
      '/masuk',
      '/terkirim',
      '/lapor/lokasi',
    ]) {
      const { status, html } = await nothing.page(TEMPLATE, path);
      expect(status).toBe(200);
      expect(html).toContain('<meta name="robots" content="noindex" />');
      expect(html).not.toContain('canonical');
    }
  });

  it.each([
    '/nothing',
    '/akun/lain',
    '/akun/data/x',
    '/laporan/123',
    '/laporan/48213097/x',
    '/laporan/4821309a',
    '/%6Capor',
    '/__proto__',
    '/constructor',
    '//',
  ])('is 404 for %s, which is no page', async (path) => {
    const { status, html } = await nothing.page(TEMPLATE, path);
    expect(status).toBe(404);
    expect(html).toContain('<title>Halaman tidak ditemukan – LAPOR!</title>');
  });

  it('tells of a published report', async () => {
    const { status, html } = await answering(report()).page(TEMPLATE, '/laporan/48213097/');
    expect(status).toBe(200);
    expect(html).toContain('<title>Jalan berlubang – LAPOR!</title>');
    expect(html).toContain('content="Kuranji, Kota Padang, Sumatera Barat. Sudah tiga bulan."');
    expect(html).toContain('<link rel="canonical" href="https://lapor.example/laporan/48213097" />');
    expect(html).toContain('<meta property="og:type" content="article" />');
    expect(html).toContain('<meta property="article:published_time" content="2026-11-20T02:40:00.000Z" />');
  });

  it('is the same for reports that are unknown, unpublished, confidential or cannot be read', async () => {
    const words = { title: 'RAHASIA-1', text: 'RAHASIA-2', region: { fullName: 'RAHASIA-3' } };
    const heads = await Promise.all(
      [
        answering(null),
        answering(report({ ...words, isPublished: false })),
        answering(report({ ...words, isConfidential: true })),
        answering(report({ ...words, isPublished: undefined })),
        answering(report({ ...words, isPublished: 'no' })),
        nothing,
      ].map(({ page }) => page(TEMPLATE, '/laporan/48213097')),
    );
    for (const head of heads) expect(head).toEqual(heads[0]);
    expect(heads[0]!.html).toContain('noindex');
    expect(heads[0]!.html).not.toMatch(/RAHASIA|48213097/);
  });

  it('writes stored text as text', async () => {
    const nasty = `"><script>alert(1)</script><b x='$&$\`$1' __CSP_NONCE__ & \u0000\uD800`;
    const { html } = await answering(report({ title: nasty, text: nasty, region: { fullName: nasty } })).page(
      TEMPLATE,
      '/laporan/48213097',
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b x=&#39;$&amp;$`$1&#39;');
    expect(html).not.toContain('<b ');
    expect(html).not.toContain('\0');
    expect(html.match(/<div id="app">/g)).toHaveLength(1);
  });

  it('cuts long text at a word', async () => {
    const { html } = await answering(report({ text: 'kata '.repeat(500), region: null })).page(
      TEMPLATE,
      '/laporan/48213097',
    );
    const description = /name="description" content="([^"]*)"/.exec(html)![1]!;
    expect(description.length).toBeLessThanOrEqual(200);
    expect(description).toMatch(/kata…$/);
  });
});

describe('the sitemap', () => {
  /** `size` published reports in pages of a hundred, and how often they were asked for. */
  function list(size: number) {
    const asked: unknown[] = [];
    const graph: PublicGraph = async (_document, { after }) => {
      asked.push(after);
      const from = after === null ? 0 : Number(after);
      const numbers = Array.from({ length: Math.min(100, size - from) }, (_unused, index) => from + index);
      return {
        publicReports: {
          edges: numbers.map((n) => ({
            node: report({ number: String(10_000_000 + n), isConfidential: n === 3, isPublished: n !== 4 }),
          })),
          pageInfo: { hasNextPage: from + 100 < size, endCursor: String(from + 100) },
        },
      };
    };
    return { asked, ...start(graph) };
  }
  const locations = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location!);

  it('lists the fixed pages and published reports only', async () => {
    const { file } = list(150);
    const { body, contentType } = (await file('/sitemap.xml'))!;
    expect(contentType).toContain('application/xml');
    const all = locations(body);
    expect(all).toContain('https://lapor.example/');
    expect(all).not.toContain('https://lapor.example/akun');
    expect(all.filter((location) => location.includes('/laporan/'))).toHaveLength(148);
    expect(all).not.toContain('https://lapor.example/laporan/10000003');
    expect(body).toContain('<lastmod>2026-11-21T02:40:00.000Z</lastmod>');
  });

  it('holds the thousand latest', async () => {
    const { file, asked } = list(5_000);
    const reports = locations((await file('/sitemap.xml'))!.body).filter((each) =>
      each.includes('/laporan/'),
    );
    expect(reports).toHaveLength(998);
    expect(asked).toHaveLength(10);
  });

  it('is read from the graph once for all who ask within five minutes', async () => {
    const { file, asked, later } = list(50);
    await Promise.all([file('/sitemap.xml'), file('/sitemap.xml')]);
    later(4);
    await file('/sitemap.xml');
    expect(asked).toHaveLength(1);
    later(1);
    await file('/sitemap.xml');
    expect(asked).toHaveLength(2);
  });

  it('is asked for again when the graph did not answer', async () => {
    let asked = 0;
    const { file } = start(async () => {
      asked++;
      return null;
    });
    expect(locations((await file('/sitemap.xml'))!.body).length).toBeGreaterThan(3);
    await file('/sitemap.xml');
    expect(asked).toBe(2);
  });

  it('is named in robots.txt; other files are not made', async () => {
    const { body } = (await nothing.file('/robots.txt'))!;
    expect(body).toContain('Sitemap: https://lapor.example/sitemap.xml');
    expect(body).toContain('Disallow: /graphql');
    expect(await nothing.file('/icon.svg')).toBeNull();
  });
});
