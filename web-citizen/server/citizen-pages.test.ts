import { describe, expect, it, vi } from 'vitest';
import { aReport } from './a-report.testing.ts';
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

const report = aReport;

function start(graph: PublicGraph) {
  let now = new Date('2026-11-20T00:00:00Z');
  const pages = createCitizenPages({
    graph,
    publicUrl,
    formSecret: 'f'.repeat(40),
    clock: { now: () => now },
  });
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
      '/akun/mengikuti',
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
    expect(html).toContain('content="Terdisposisi. Kuranji, Kota Padang, Sumatera Barat. Sudah tiga bulan."');
    expect(html).toContain('<link rel="canonical" href="https://lapor.example/laporan/48213097" />');
    expect(html).toContain('<meta property="og:type" content="article" />');
    expect(html).toContain('<meta property="article:published_time" content="2026-11-20T02:40:00.000Z" />');
    expect(html).toContain('<meta property="article:modified_time" content="2026-11-21T02:40:00.000Z" />');
    expect(html).toContain('content="https://lapor.example/pratinjau/diteruskan.png"');
    const facts = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!);
    expect(facts.itemListElement.at(-1)).toMatchObject({
      name: 'Jalan berlubang',
      item: 'https://lapor.example/laporan/48213097',
    });
  });

  it('is the same for reports that are unknown, unpublished or confidential', async () => {
    const words = {
      title: 'RAHASIA-1',
      text: 'RAHASIA-2',
      region: { code: '13', fullName: 'RAHASIA-3', timeZone: 'Asia/Jakarta' },
    };
    const heads = await Promise.all(
      [
        answering(null),
        answering(report({ ...words, isPublished: false })),
        answering(report({ ...words, isConfidential: true })),
        answering(report({ ...words, isPublished: undefined })),
        answering(report({ ...words, isPublished: 'no' })),
      ].map(({ page }) => page(TEMPLATE, '/laporan/48213097')),
    );
    for (const head of heads) expect(head).toEqual(heads[0]);
    expect(heads[0]!.html).toContain('noindex');
    expect(heads[0]!.html).not.toMatch(/RAHASIA|48213097/);
    expect(heads[0]!.status).toBe(404);
    expect(heads[0]!.html).toContain('/pratinjau/layanan.png');
  });

  it('says nothing, and takes nothing from search engines, while the graph does not answer', async () => {
    for (const path of ['/laporan/48213097', '/kinerja/dinas-13-71']) {
      const { status, html } = await nothing.page(TEMPLATE, path);
      expect(status).toBe(200);
      expect(html).not.toMatch(/noindex|canonical|48213097|13-71/);
    }
  });

  it('waits no longer for the graph than people do', async () => {
    vi.useFakeTimers();
    try {
      const asked = start(() => new Promise(() => undefined)).page(TEMPLATE, '/laporan/48213097');
      await vi.advanceTimersByTimeAsync(2_000);
      expect((await asked).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells of an organisation, and says 410 of one that is no more', async () => {
    const organisation = {
      id: 'pemkot-13-71',
      name: 'Pemerintah Kota Padang',
      status: 'ACTIVE',
      website: null,
      government: { id: 'pemkot-13-71', name: 'Pemerintah Kota Padang' },
      region: { code: '13.71', fullName: 'Kota Padang, Sumatera Barat' },
      successors: [],
    };
    const open = start(async () => ({ organisation }));
    const { status, html } = await open.page(TEMPLATE, '/kinerja/pemkot-13-71');
    expect(status).toBe(200);
    expect(html).toContain('<title>Pemerintah Kota Padang – LAPOR!</title>');
    expect(html).toContain('<link rel="canonical" href="https://lapor.example/kinerja/pemkot-13-71" />');
    const handling = start(async () => ({
      organisation,
      reportFacets: {
        categories: [{ category: { id: 'jalan', name: 'Jalan <b>' }, count: 1000, isAtLeast: true }],
      },
    }));
    const read = (await handling.page(TEMPLATE, '/kinerja/pemkot-13-71')).html;
    expect(read).toContain('<li>Jalan &lt;b&gt;: 1000+ laporan</li>');
    expect(read).toContain('href="/figures/open.csv?organisationId=pemkot-13-71"');
    const former = { ...organisation, status: 'FORMER', successors: [{ id: 'baru', name: 'Dinas Baru' }] };
    const gone = await start(async () => ({ organisation: former })).page(TEMPLATE, '/kinerja/pemkot-13-71');
    expect(gone.status).toBe(410);
    expect(gone.html).toContain('noindex');
    expect(gone.html).toContain('<a href="/kinerja/baru">Dinas Baru</a>');
    const unknown = start(async () => ({ organisation: null }));
    expect((await unknown.page(TEMPLATE, '/kinerja/tidak-ada')).status).toBe(404);
  });

  it('can be read without script, in the one place that is for that', async () => {
    const { html } = await answering(report()).page(TEMPLATE, '/laporan/48213097');
    const note = /<noscript>([\s\S]*)<\/noscript>/.exec(html)![1]!;
    expect(note).toContain('Sudah tiga bulan.');
    expect(note).toContain('Diteruskan ke Dinas PUPR');
    expect(note).toContain('href="/sederhana"');
    expect(html.match(/<noscript>/g)).toHaveLength(1);
    const help = (await nothing.page(TEMPLATE, '/bantuan')).html;
    expect(help).toContain('<h2>Kode akses saya hilang</h2>');
    expect(help).toContain('"@type":"FAQPage"');
    const home = (await nothing.page(TEMPLATE, '/')).html;
    expect(home).toContain('laporan?q={search_term_string}');
  });

  it('lists the latest reports for readers without script', async () => {
    const pages = start(async () => ({
      publicReports: { edges: [{ node: report() }], pageInfo: { hasNextPage: false, endCursor: null } },
    }));
    const { html } = await pages.page(TEMPLATE, '/laporan');
    expect(html).toContain('href="/laporan/48213097"');
  });

  it('tells the open figures as tables to readers without script, and what is kept back is no zero', async () => {
    const figures = {
      received: 215,
      followUpRate: 41,
      completionRate: 36,
      satisfiedRate: null,
      toFollowUp: null,
    };
    const asked: unknown[] = [];
    const pages = start(async (_document, variables) => {
      asked.push(variables);
      return {
        total: { asOf: '2026-11-20T00:00:00.000Z', edges: [{ node: { figures } }] },
        activityFigures: [{ from: '2026-11-01', received: 57, completed: null }],
        categories: { edges: [] },
      };
    });
    const { html } = await pages.page(TEMPLATE, '/statistik');
    expect(asked).toEqual([{ period: { from: '2025-12-01', to: '2026-11-30' } }]);
    expect(html).toMatch(/<th scope="row">Ditindaklanjuti<\/th>\s*<td>41 %<\/td>/);
    expect(html).toMatch(/<th scope="row">November 2026<\/th>\s*<td>57<\/td><td>belum cukup data<\/td>/);
    expect(html).toMatch(/<th scope="row">Pelapor yang puas<\/th>\s*<td>belum cukup data<\/td>/);
    expect(html).toContain('membutuhkan JavaScript');
    expect(html).toContain('/figures/activity.csv?from=2025-12-01&amp;to=2026-11-30&amp;by=MONTH');
    expect((await nothing.page(TEMPLATE, '/statistik')).html).toContain('Peladen sedang sibuk');
    // 1 December, 1 in the morning at Jakarta, where figures are counted: still November in UTC.
    pages.later((10 * 24 + 18) * 60);
    await pages.page(TEMPLATE, '/statistik');
    expect(asked.at(-1)).toEqual({ period: { from: '2026-01-01', to: '2026-12-31' } });
  });

  it('asks once for what all readers of a page get alike, and again when nothing was answered', async () => {
    let asked = 0;
    const pages = start(async () => {
      asked += 1;
      return asked === 1
        ? null
        : { publicReports: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } };
    });
    const open = () => pages.page(TEMPLATE, '/laporan');
    await open();
    await Promise.all([open(), open(), open()]);
    expect(asked).toBe(2);
    pages.later(1);
    await open();
    expect(asked).toBe(3);
  });

  it('writes stored text as text', async () => {
    const nasty = `"><script>alert(1)</script><b x='$&$\`$1' __CSP_NONCE__ & \u0000\uD800`;
    const { html } = await answering(
      report({
        title: nasty,
        text: nasty,
        placeText: nasty,
        region: { code: '13', fullName: nasty, timeZone: 'Asia/Jakarta' },
      }),
    ).page(TEMPLATE, '/laporan/48213097');
    expect(html.match(/<script(?! type="application\/ld\+json")/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
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
  /** `size` published reports of each day in pages of a hundred, and what was asked for. */
  function list(size: number) {
    const asked: unknown[] = [];
    const graph: PublicGraph = async (_document, { day, after }) => {
      asked.push([day, after]);
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
  const locations = (xml: unknown) =>
    [...String(xml).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location!);
  const TODAY = '/sitemap/2026-11-20.xml';

  it('has a page for what is always there, and one for each day', async () => {
    const { file, asked } = list(1);
    const { body, contentType } = (await file('/sitemap.xml'))!;
    expect(contentType).toContain('application/xml');
    const pages = locations(body);
    expect(pages[0]).toBe('https://lapor.example/sitemap/halaman.xml');
    expect(pages[1]).toBe(`https://lapor.example${TODAY}`);
    expect(pages).toContain('https://lapor.example/sitemap/2025-12-31.xml');
    expect(asked).toEqual([]);
    const fixed = locations((await file('/sitemap/halaman.xml'))!.body);
    expect(fixed).toContain('https://lapor.example/');
    expect(fixed).toContain('https://lapor.example/istilah');
    expect(fixed).not.toContain('https://lapor.example/akun');
  });

  it("lists a day's published reports only, with their last change", async () => {
    const { file, asked } = list(150);
    const { body } = (await file(TODAY))!;
    expect(locations(body)).toHaveLength(148);
    expect(body).not.toContain('/laporan/10000003');
    expect(body).toContain('<lastmod>2026-11-21T02:40:00.000Z</lastmod>');
    expect(asked).toEqual([
      ['2026-11-20', null],
      ['2026-11-20', '100'],
    ]);
  });

  it('ends a day somewhere, and has no page for other days', async () => {
    const { file, asked } = list(5_000);
    expect(locations((await file(TODAY))!.body)).toHaveLength(1_998);
    expect(asked).toHaveLength(20);
    for (const day of ['2026-11-21', '2020-01-01', '2026-13-01', 'x']) {
      expect(await file(`/sitemap/${day}.xml`)).toBeNull();
    }
  });

  it('is read from the graph once for all who ask within five minutes', async () => {
    const { file, asked, later } = list(50);
    await Promise.all([file(TODAY), file(TODAY)]);
    later(4);
    await file(TODAY);
    expect(asked).toHaveLength(1);
    later(1);
    await file(TODAY);
    expect(asked).toHaveLength(2);
  });

  it('is asked for again when the graph did not answer', async () => {
    let asked = 0;
    const { file } = start(async () => {
      asked++;
      return null;
    });
    expect(locations((await file(TODAY))!.body)).toEqual([]);
    await file(TODAY);
    expect(asked).toBe(2);
  });

  it('is named in robots.txt; other files are not made', async () => {
    const { body } = (await nothing.file('/robots.txt'))!;
    expect(body).toContain('Sitemap: https://lapor.example/sitemap.xml');
    expect(body).toContain('Disallow: /graphql');
    expect(await nothing.file('/icon.svg')).toBeNull();
  });
});

it('has one picture for each state, which no report can change', async () => {
  const pictures = await Promise.all(
    ['layanan', 'diperiksa', 'tertunda', 'diteruskan', 'proses', 'selesai', 'arsip'].map((name) =>
      nothing.file(`/pratinjau/${name}.png`),
    ),
  );
  for (const picture of pictures) {
    expect(picture!.contentType).toBe('image/png');
    expect(
      Buffer.from(picture!.body as Buffer)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  }
  for (const other of ['lain', 'laporan', '../selesai', 'constructor'])
    expect(await nothing.file(`/pratinjau/${other}.png`)).toBeNull();
});

describe('the answer that comes with a page', () => {
  const WHOLE = '{"data":{"report":{"title":"Lampu </script> padam"}}}';
  const visit = (answer: Promise<string | null> | string | null, query = '') => {
    const asked: string[] = [];
    const firstAnswer = async (question: string) => {
      asked.push(question);
      return answer;
    };
    return { asked, options: { query, firstAnswer } };
  };
  const block = (html: string) =>
    /<script type="application\/json" id="first-answer"[^>]*>(.*?)<\/script><\/body>/.exec(html)?.[1];

  it('stands at the end of a published report and of the list, as data', async () => {
    const { asked, options } = visit(WHOLE);
    const { html } = await answering(report()).page(TEMPLATE, '/laporan/48213097', options);
    expect(block(html)).toBe(WHOLE.replace('</script>', '\\u003c/script\\u003e'));
    expect(JSON.parse(asked[0]!)).toMatchObject({
      operationName: 'ReportPage',
      variables: { number: '48213097' },
    });
    const list = visit(WHOLE, 'q=lampu');
    const page = await nothing.page(TEMPLATE, '/laporan', list.options);
    expect(block(page.html)).toBeDefined();
    expect(JSON.parse(list.asked[0]!)).toMatchObject({
      operationName: 'LookAroundList',
      variables: { filter: { search: 'lampu' }, sort: 'RELEVANCE' },
    });
  });

  it('is not there for a report that is not published, whatever it says', async () => {
    for (const found of [null, report({ isPublished: false }), report({ isConfidential: true })]) {
      const { html, status } = await answering(found).page(
        TEMPLATE,
        '/laporan/48213097',
        visit(WHOLE).options,
      );
      expect(status).toBe(404);
      expect(html).not.toContain('first-answer');
    }
  });

  it('is asked for on no other page', async () => {
    for (const path of ['/', '/lapor', '/akun', '/bantuan', '/statistik', '/kinerja/opd-1', '/nothing']) {
      const { asked, options } = visit(WHOLE);
      expect((await nothing.page(TEMPLATE, path, options)).html).not.toContain('first-answer');
      expect(asked).toEqual([]);
    }
  });

  it('holds no page up: without it, late or broken, the application asks for itself', async () => {
    for (const answer of [null, Promise.reject(new Error('broken')), new Promise<never>(() => undefined)]) {
      const { html, status } = await answering(report()).page(
        TEMPLATE,
        '/laporan/48213097',
        visit(answer).options,
      );
      expect(status).toBe(200);
      expect(html).toContain('application/ld+json');
      expect(html).not.toContain('first-answer');
    }
  });
});
