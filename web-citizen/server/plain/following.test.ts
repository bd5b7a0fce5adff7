import { describe, expect, it } from 'vitest';
import { aReport } from '../a-report.testing.ts';
import { aBrowser, fieldsOf, type Answers } from './a-browser.testing.ts';

const LACAK = '/sederhana/lacak';
const PAGE = '/sederhana/laporan/48213097';
const CODE = '4093118755267041';
const mine = (more: object = {}) =>
  aReport({ viewerIsReporter: true, viewerCanReply: true, isPublished: false, identityReveals: [], ...more });

const answers = (more: Answers = {}): Answers => ({
  PlainOpen: ({ input }) => ({
    openReport:
      input.accessCode === CODE
        ? { __typename: 'ReportOpened', grant: 'GRANT', report: { id: 'r', number: '48213097' } }
        : { __typename: 'NotFound' },
  }),
  PlainReport: (_variables, grant) => ({ report: grant === 'GRANT' ? mine() : null }),
  PlainReply: () => ({ result: { __typename: 'ReportChanged' } }),
  ...more,
});

async function opened(more: Answers = {}, upload?: Parameters<typeof aBrowser>[1]) {
  const browser = aBrowser(answers(more), upload);
  const led = await browser.send(LACAK, await browser.get(LACAK), {
    nomor: '4821 3097',
    kode: '4093-1187-5526-7041',
  });
  return { browser, led };
}
/** The form whose button says what to do. */
const formWith = (html: string, action: string) => {
  const end = html.indexOf('</form>', html.indexOf(`value="${action}"`));
  return { status: 200, cookies: [], html: html.slice(0, end) };
};

describe('following without script', () => {
  it('opens with number and code, which stand in no address', async () => {
    const { browser, led } = await opened();
    expect([led.status, led.location]).toEqual([303, PAGE]);
    expect(JSON.stringify([led.location, led.html])).not.toContain(CODE);
    const page = await browser.get(PAGE);
    expect(page.status).toBe(200);
    for (const text of [
      'Jalan berlubang',
      'Sudah tiga bulan.',
      'Diteruskan ke Dinas PUPR',
      'Jumat, 27 November 2026',
      'Anda',
    ])
      expect(page.html).toContain(text);
    expect(page.html).toContain('Lima hari kerja sejak diteruskan.');
    expect((await browser.get(`${PAGE}?lang=en`)).html).toContain('Five working days.');
  });

  it('answers alike for a wrong code and an unknown number, and never shows the code again', async () => {
    const browser = aBrowser(answers());
    const form = await browser.get(LACAK);
    const wrong = await browser.send(LACAK, form, { nomor: '48213097', kode: '1234123412341234' });
    expect([wrong.status, wrong.cookies]).toEqual([404, []]);
    expect(wrong.html).toContain('tidak cocok');
    expect(wrong.html).not.toContain('1234123412341234');
    expect(fieldsOf(wrong.html).get('nomor')).toBe('48213097');
    const short = await browser.send(LACAK, form, { nomor: '123', kode: '<b>' });
    expect(short.html).toContain('<a href="#f-nomor">');
    expect(short.html).toContain('<a href="#f-kode">');
    expect(short.html).not.toContain('<b>');
  });

  it('needs a form of ours', async () => {
    const browser = aBrowser(answers());
    const page = await browser.send(LACAK, await browser.get(LACAK), {
      nomor: '48213097',
      kode: CODE,
      tanda: 'x',
    });
    expect([page.status, page.cookies]).toEqual([403, []]);
    expect(browser.asked).toEqual([]);
  });

  it('stands in line where too many try', async () => {
    const browser = aBrowser(
      answers({
        PlainOpen: ({ input }) => ({
          openReport: input.proof
            ? { __typename: 'ReportOpened', grant: 'GRANT', report: { id: 'r', number: '48213097' } }
            : { __typename: 'TooManyRequests', retryAfterSeconds: 60 },
        }),
        PlainStandInLine: () => ({
          filingChallenge: { waitingToken: 'T', waitUntil: '2026-11-20T02:41:00.000Z' },
        }),
      }),
    );
    const typed = { nomor: '48213097', kode: CODE };
    const wait = await browser.send(LACAK, await browser.get(LACAK), typed);
    expect([wait.status, wait.retryAfterSeconds]).toEqual([429, 60]);
    browser.later(2);
    expect((await browser.send(LACAK, wait, typed)).status).toBe(303);
  });

  it('shows strangers one and the same page for unknown and closed reports', async () => {
    const browser = aBrowser(answers());
    const page = await browser.get(PAGE);
    expect(page.status).toBe(404);
    expect(page.html).not.toContain('Jalan berlubang');
  });

  it('shows everybody a published report, without what is the reporter’s', async () => {
    const browser = aBrowser({ PlainReport: () => ({ report: aReport() }) });
    const { html } = await browser.get(PAGE);
    expect(html).toContain('Sudah tiga bulan.');
    expect(html).not.toContain('<form');
    expect(html).not.toContain('identitas saya');
  });

  it('locks again when asked to', async () => {
    const { browser } = await opened();
    const page = await browser.get(PAGE);
    await browser.send('/sederhana/tutup', page);
    expect(browser.cookies.has('lapor_laporan')).toBe(false);
    expect((await browser.get(PAGE)).status).toBe(404);
  });

  it('writes stored text as text', async () => {
    const nasty = `"><script>alert(1)</script><img src=x onerror=x()>`;
    const file = {
      id: 'f',
      fileName: nasty,
      url: '/files/f?s="><script>',
      thumbnailUrl: null,
      isSealedAway: false,
    };
    const report = mine({
      title: nasty,
      text: nasty,
      reporterLabel: nasty,
      placeText: nasty,
      missingData: nasty,
      viewerCanCompleteData: true,
      attachments: [file],
      handler: { id: 'x', name: nasty },
      category: { id: 'x', path: nasty },
      region: { code: '13', fullName: nasty, timeZone: 'Asia/Jakarta' },
      identityReveals: [
        { at: '2026-11-21T02:40:00.000Z', reason: nasty, organisation: { id: 'x', name: nasty } },
      ],
      history: aReport().history.map((entry) => ({
        ...entry,
        text: nasty,
        noProofReason: nasty,
        organisation: { id: 'x', name: nasty },
      })),
    });
    const { browser } = await opened({ PlainReport: () => ({ report }) });
    expect((await browser.get(PAGE)).html).not.toMatch(/<script|<img/);
  });
});

describe('changes without script', () => {
  it('are made once however often the form is sent, and shown after a redirect', async () => {
    const { browser } = await opened();
    const form = formWith((await browser.get(PAGE)).html, 'balas');
    for (let time = 0; time < 2; time++) {
      const answer = await browser.send(PAGE, form, { 'tulisan-balas': 'Terima kasih', ke: 'balas' });
      expect([answer.status, answer.location]).toEqual([303, `${PAGE}?ok=1`]);
    }
    const keys = browser.asked
      .filter(({ operation }) => operation === 'PlainReply')
      .map(({ variables }) => variables.input.requestKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect((await browser.get(`${PAGE}?ok=1`)).html).toContain('Sudah kami terima.');
  });

  it('keep what was typed: without a right, without a form of ours, with a fault, without a graph', async () => {
    const typed = { 'tulisan-balas': 'Masih rusak, dan <b>parah</b>', ke: 'balas' };
    const result = { __typename: 'InvalidInput', fields: [{ path: 'input.text', code: 'TOO_SHORT' }] };
    const { browser } = await opened({ PlainReply: () => ({ result }) });
    const form = formWith((await browser.get(PAGE)).html, 'balas');
    const short = await browser.send(PAGE, form, typed);
    expect(short.status).toBe(422);
    expect(short.html).toContain('<a href="#f-tulisan-balas">');
    expect(short.html).toContain('Masih rusak, dan &lt;b&gt;parah&lt;/b&gt;');
    const foreign = await browser.send(PAGE, form, { ...typed, tanda: 'x' });
    expect([foreign.status, foreign.html.includes('Masih rusak')]).toEqual([403, true]);
    browser.cookies.delete('lapor_laporan');
    const ended = await browser.send(PAGE, form, typed);
    expect(ended.status).toBe(403);
    expect(fieldsOf(ended.html).get('tulisan')).toBe(typed['tulisan-balas']);
    const again = await browser.send(LACAK, ended, { nomor: '48213097', kode: CODE });
    expect(again.html).toContain('Masih rusak, dan &lt;b&gt;parah&lt;/b&gt;');
    expect(browser.cookies.get('lapor_laporan')).toBe('GRANT');
  });

  it.each([
    ['beres', { viewerCanConfirm: true }, {}, 'PlainConfirm', {}],
    [
      'belum',
      { viewerCanDispute: true },
      { 'tulisan-belum': 'Belum ditambal semua' },
      'PlainDispute',
      { text: 'Belum ditambal semua' },
    ],
    [
      'nilai',
      { viewerCanRate: true },
      { nilai: '4', 'tulisan-nilai': '' },
      'PlainRate',
      { score: 4, text: null },
    ],
    [
      'lengkapi',
      { viewerCanCompleteData: true },
      { 'tulisan-lengkapi': 'Nomornya 12' },
      'PlainComplete',
      { text: 'Nomornya 12' },
    ],
    [
      'keberatan',
      { viewerCanAppeal: true },
      { 'tulisan-keberatan': 'Ini bukan spam' },
      'PlainAppeal',
      { text: 'Ini bukan spam' },
    ],
    [
      'ombudsman',
      { viewerCanRequestOversight: true },
      { 'tulisan-ombudsman': 'Sudah sebulan tanpa kabar' },
      'PlainOversight',
      { reason: 'Sudah sebulan tanpa kabar' },
    ],
    [
      'tarik',
      { viewerCanWithdraw: true },
      { yakin: '1', 'tulisan-tarik': '' },
      'PlainWithdraw',
      { reason: null },
    ],
  ])('%s', async (action, allowed, typed, operation, input) => {
    const report = mine({ viewerCanReply: false, ...allowed });
    const { browser } = await opened({
      PlainReport: () => ({ report }),
      [operation]: () => ({
        result: { __typename: action === 'ombudsman' ? 'OversightChanged' : 'ReportChanged' },
      }),
    });
    const form = formWith((await browser.get(PAGE)).html, action);
    const answer = await browser.send(PAGE, form, { ...(typed as Record<string, string>), ke: action });
    expect(answer.status).toBe(303);
    expect(browser.asked.at(-1)!.variables.input).toMatchObject({ reportId: report.id, ...input });
  });

  it('ask first where something would be lost, or nothing was chosen', async () => {
    const report = mine({ viewerCanWithdraw: true, viewerCanRate: true });
    const { browser } = await opened({ PlainReport: () => ({ report }) });
    const { html } = await browser.get(PAGE);
    const unsure = await browser.send(PAGE, formWith(html, 'tarik'), {
      ke: 'tarik',
      'tulisan-tarik': 'Salah alamat',
    });
    expect(unsure.html).toContain('Centang dulu');
    expect(unsure.html).toContain('Salah alamat');
    const unrated = await browser.send(PAGE, formWith(html, 'nilai'), { ke: 'nilai' });
    expect(unrated.html).toContain('<a href="#f-nilai">');
    expect(browser.asked.map(({ operation }) => operation)).not.toContain('PlainWithdraw');
  });

  it('say why they are refused', async () => {
    const result = { __typename: 'TransitionRefused', code: 'TOO_LATE' };
    const { browser } = await opened({ PlainReply: () => ({ result }) });
    const form = formWith((await browser.get(PAGE)).html, 'balas');
    const late = await browser.send(PAGE, form, { ke: 'balas', 'tulisan-balas': 'Halo' });
    expect(late.html).toContain('Batas 14 hari sudah lewat.');
    const unknown = await browser.send(PAGE, form, { ke: 'hapus-semua' });
    expect(unknown.status).toBe(200);
  });
});

describe('photos with a change, without script', () => {
  const id = '0197f0a0-0000-4000-8000-00000000000a';
  const photo = { fileName: 'ktp <b>.jpg', content: new Uint8Array(3) };
  const postponed = () => ({
    report: mine({ viewerCanReply: false, viewerCanCompleteData: true, missingData: 'Foto jalannya' }),
  });
  const typed = { 'tulisan-lengkapi': 'Ini fotonya', ke: 'unggah-lengkapi' };

  it('are added when data is completed, with the right to the report, and go along with the words', async () => {
    const owners: unknown[] = [];
    const { browser } = await opened(
      { PlainReport: postponed, PlainComplete: () => ({ result: { __typename: 'ReportChanged' } }) },
      (owner) => {
        owners.push(owner);
        return { id };
      },
    );
    const form = formWith((await browser.get(PAGE)).html, 'lengkapi');
    expect(form.html).toContain('enctype="multipart/form-data"');
    const added = await browser.send(PAGE, form, typed, photo);
    expect(owners).toEqual([{ grant: 'GRANT' }]);
    expect([added.status, added.html.includes('ktp &lt;b&gt;.jpg')]).toEqual([200, true]);
    expect(added.html).toContain('Ini fotonya');
    // Sending takes along what was chosen last as well, once.
    const sent = await browser.send(PAGE, formWith(added.html, 'lengkapi'), { ke: 'lengkapi' });
    expect(sent.status).toBe(303);
    expect(browser.asked.at(-1)!.variables.input).toMatchObject({
      text: 'Ini fotonya',
      attachmentIds: [id],
    });
  });

  it('are uploaded by sending alone, and can be taken away before', async () => {
    const { browser } = await opened(
      { PlainReport: postponed, PlainComplete: () => ({ result: { __typename: 'ReportChanged' } }) },
      () => ({ id }),
    );
    const form = formWith((await browser.get(PAGE)).html, 'lengkapi');
    const added = await browser.send(PAGE, form, typed, photo);
    const gone = await browser.send(PAGE, formWith(added.html, 'lengkapi'), { ke: `hapus-lengkapi-${id}` });
    expect(gone.html).not.toContain('ktp');
    expect(gone.html).toContain('Ini fotonya');
    await browser.send(PAGE, formWith(gone.html, 'lengkapi'), { ke: 'lengkapi' }, photo);
    expect(browser.asked.at(-1)!.variables.input.attachmentIds).toEqual([id]);
  });

  it('that cannot be taken leave the words where they are', async () => {
    const { browser } = await opened({ PlainReport: postponed }, () => ({ code: 'UNSUPPORTED_TYPE' }));
    const form = formWith((await browser.get(PAGE)).html, 'lengkapi');
    for (const [file, words] of [
      [photo, 'Jenis berkas ini tidak dapat diterima'],
      [{ fileName: 'x', content: { code: 'TOO_LARGE' } }, 'Paling besar 10 MB'],
      [null, 'Pilih berkas lebih dulu'],
    ] as const) {
      const page = await browser.send(PAGE, form, typed, file);
      expect([page.status, page.html.includes(words)]).toEqual([422, true]);
      expect(page.html).toContain('Ini fotonya');
      expect(page.html).toContain('href="#f-berkas-lengkapi"');
    }
    expect(browser.asked.map(({ operation }) => operation)).not.toContain('PlainComplete');
  });

  it('outlive the right to the report: they come back when it is opened again', async () => {
    const { browser } = await opened(
      { PlainReport: (_none, grant) => (grant ? postponed() : { report: null }) },
      () => ({
        id,
      }),
    );
    const form = formWith((await browser.get(PAGE)).html, 'lengkapi');
    const added = await browser.send(PAGE, form, typed, photo);
    browser.cookies.delete('lapor_laporan');
    const ended = await browser.send(PAGE, formWith(added.html, 'lengkapi'), { ke: 'lengkapi' });
    expect(ended.status).toBe(403);
    const again = await browser.send(LACAK, ended, { nomor: '48213097', kode: CODE });
    expect(again.html).toContain('ktp &lt;b&gt;.jpg');
    expect(again.html).toContain('Ini fotonya');
  });
});

it('tells the reporter that the Ombudsman looks, and offers to ask only where something is late', async () => {
  const office = { id: 'ombudsman-13', name: 'Ombudsman Sumatera Barat' };
  const { browser } = await opened({
    PlainReport: () => ({ report: mine({ oversight: { state: 'OPENED', office } }) }),
  });
  const { html } = await browser.get(PAGE);
  expect(html).toContain('Ombudsman Sumatera Barat mengawasi laporan ini.');
  expect(html).not.toContain('value="ombudsman"');
});

describe('public reports without script', () => {
  it('are listed page by page, and found by number', async () => {
    const connection = {
      edges: [{ node: aReport({ title: '<b>Jalan</b>' }) }],
      pageInfo: { hasNextPage: true, endCursor: 'a&b' },
    };
    const browser = aBrowser({ PlainPublicReports: () => ({ publicReports: connection }) });
    const { html } = await browser.get('/sederhana/laporan?q=jalan');
    expect(html).toContain('&lt;b&gt;Jalan&lt;/b&gt;');
    expect(html).toContain('href="/sederhana/laporan?q=jalan&amp;setelah=a%26b"');
    expect(browser.asked[0]!.variables).toEqual({ filter: { search: 'jalan' }, after: null });
    expect((await browser.get('/sederhana/laporan?q=4821%203097')).location).toBe(PAGE);
  });

  it('say so when they cannot be read', async () => {
    const page = await aBrowser({}).get('/sederhana/laporan');
    expect(page.status).toBe(503);
    expect(page.html).toContain('belum dapat dimuat');
  });
});

it.each(['/sederhana/x', '/sederhana/laporan/1', '/sederhana/laporan/48213097/x', '/sederhana/__proto__'])(
  '%s is no page',
  async (path) => {
    const { status, html } = await aBrowser({}).get(path);
    expect(status).toBe(404);
    expect(html).toContain('<h1>Halaman tidak ditemukan</h1>');
  },
);
