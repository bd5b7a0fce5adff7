import { describe, expect, it } from 'vitest';
import { aBrowser, fieldsOf, type Answers } from './a-browser.testing.ts';

const LAPOR = '/sederhana/lapor';
const TEXT = 'Jalan di depan pasar berlubang sejak dua bulan lalu. Beberapa motor jatuh.';
const ROAD = {
  id: 'jalan.berlubang',
  name: 'Jalan Berlubang',
  path: 'Infrastruktur › Jalan Berlubang',
  isSensitive: false,
  identityRequirement: 'NONE',
};
const CARD = {
  ...ROAD,
  id: 'kependudukan.ektp',
  name: 'e-KTP',
  path: 'Kependudukan › e-KTP',
  identityRequirement: 'IDENTITY',
};
const BRIBE = { ...ROAD, id: 'korupsi', name: 'Korupsi', path: 'Korupsi', isSensitive: true };
const KURANJI = { code: '13.71.09', name: 'Kuranji', fullName: 'Kuranji, Kota Padang, Sumatera Barat' };
const NUMBER = '48213097';
const CODE = '4093118755267041';

const answers = (more: Answers = {}): Answers => ({
  PlainSuggest: () => ({ suggestRouting: { categories: [{ category: ROAD }] } }),
  PlainCategories: ({ search }) => ({ categories: search === 'ektp' ? [CARD] : [ROAD, BRIBE] }),
  PlainCategoryById: ({ id }) => ({ category: [ROAD, CARD, BRIBE].find((each) => each.id === id) ?? null }),
  PlainRegions: ({ search }) => ({ regions: search === 'kuranji' ? [KURANJI] : [] }),
  PlainRegion: () => ({ region: KURANJI }),
  PlainSubmit: () => ({
    submitReport: { __typename: 'ReportSubmitted', accessCode: CODE, report: { id: 'r', number: NUMBER } },
  }),
  ...more,
});

/** From the first page to the check page. */
async function toCheck(
  browser: ReturnType<typeof aBrowser>,
  typed: { isi?: string; kontak?: Record<string, string>; kategori?: string } = {},
) {
  let page = await browser.get(LAPOR);
  page = await browser.send(LAPOR, page, { isi: typed.isi ?? TEXT, ke: 'lanjut' });
  page = await browser.send(LAPOR, page, { kategori: typed.kategori ?? ROAD.id, ke: 'lanjut' });
  page = await browser.send(LAPOR, page, { cari: 'kuranji', ke: 'cari' });
  page = await browser.send(LAPOR, page, { wilayah: KURANJI.code, patokan: 'depan pasar', ke: 'lanjut' });
  return browser.send(LAPOR, page, { ...typed.kontak, ke: 'lanjut' });
}
const heading = (html: string) => /<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1];

describe('filing without script', () => {
  it('leads step by step to a number and a code that stand in no address', async () => {
    const browser = aBrowser(answers());
    const check = await toCheck(browser, { kontak: { surel: 'warga@contoh.id' } });
    expect(heading(check.html)).toBe('Periksa laporan Anda');
    for (const text of [TEXT, ROAD.path, KURANJI.fullName, 'depan pasar', 'warga@contoh.id'])
      expect(check.html).toContain(text);
    const done = await browser.send(LAPOR, check, { ke: 'kirim' });
    expect(done.status).toBe(200);
    expect(done.html).toContain('4821 3097');
    expect(done.html).toContain('4093 1187 5526 7041');
    expect(done.html).not.toMatch(new RegExp(`(href|action)="[^"]*(${CODE}|${NUMBER})`));
    expect(done.location).toBeUndefined();
    const { variables } = browser.asked.find(({ operation }) => operation === 'PlainSubmit')!;
    expect(variables.input).toMatchObject({
      kind: 'COMPLAINT',
      title: 'Jalan di depan pasar berlubang sejak dua bulan lalu',
      text: TEXT,
      categoryId: ROAD.id,
      regionCode: KURANJI.code,
      placeText: 'depan pasar',
      isAnonymous: false,
      isConfidential: false,
      reporter: { email: 'warga@contoh.id', nik: null },
    });
  });

  it('sends one key however often the same form is sent, and another for another report', async () => {
    const browser = aBrowser(answers());
    const check = await toCheck(browser);
    for (let time = 0; time < 3; time++) await browser.send(LAPOR, check, { ke: 'kirim' });
    await browser.send(LAPOR, await toCheck(browser), { ke: 'kirim' });
    const keys = browser.asked
      .filter(({ operation }) => operation === 'PlainSubmit')
      .map(({ variables }) => variables.input.submissionKey);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(2);
  });

  it('says what is wrong beside the field and keeps everything typed', async () => {
    const browser = aBrowser(answers());
    const first = await browser.get(LAPOR);
    const faulty = await browser.send(LAPOR, first, {
      isi: 'Jalan rusak',
      judul: 'Jalan',
      jenis: 'ASPIRATION',
      ke: 'lanjut',
    });
    expect(faulty.status).toBe(422);
    expect(faulty.html).toContain('<a href="#f-isi">Ceritakan sedikit lebih banyak');
    expect(faulty.html).toMatch(/aria-describedby="f-isi-salah f-isi-ket"\s+aria-invalid="true"/);
    const fields = fieldsOf(faulty.html);
    expect([fields.get('isi'), fields.get('judul'), fields.get('jenis')]).toEqual([
      'Jalan rusak',
      'Jalan',
      'ASPIRATION',
    ]);
  });

  it.each([
    [{ kategori: CARD.id }, { nama: 'Warga', telepon: '0812' }, ['telepon', 'nik']],
    [{ kategori: CARD.id }, { anonim: '1' }, ['nama', 'telepon', 'nik']],
    [{ kategori: ROAD.id }, { surel: 'warga@' }, ['surel']],
  ])('asks for what the category needs: %j with %j', async (choice, kontak, faults) => {
    const browser = aBrowser(answers());
    const page = await toCheck(browser, { ...choice, kontak: kontak as Record<string, string> });
    expect(page.status).toBe(422);
    for (const field of faults) expect(page.html).toContain(`<a href="#f-${field}">`);
  });

  it('sends nothing of whoever is anonymous, even if it was typed', async () => {
    const browser = aBrowser(answers());
    const check = await toCheck(browser, {
      kontak: { nama: 'Warga', surel: 'warga@contoh.id', anonim: '1' },
    });
    expect(check.html).toMatch(/<dd>Anonim<\/dd>/);
    await browser.send(LAPOR, check, { ke: 'kirim' });
    const sent = browser.asked.at(-1)!.variables.input;
    expect(sent).toMatchObject({ isAnonymous: true, reporter: null });
  });

  it('proposes confidential for a sensitive category, and takes a no', async () => {
    const browser = aBrowser(answers());
    const proposed = await toCheck(browser, { kategori: BRIBE.id });
    expect(proposed.html).toContain('<dd>Rahasia</dd>');
    const contact = await browser.send(LAPOR, proposed, { ke: 'ubah-kontak' });
    expect(fieldsOf(contact.html).get('rahasia')).toBe('1');
    const taken = await browser.send(LAPOR, contact, { rahasia: '', ke: 'lanjut' });
    expect(taken.html).toContain('<dd>Terbuka</dd>');
    const category = await browser.send(LAPOR, taken, { ke: 'ubah-kategori' });
    // Said once: the same category again does not ask again.
    expect((await browser.send(LAPOR, category, { ke: 'lanjut' })).html).toContain('<dd>Terbuka</dd>');
  });

  it('lets somebody search for a place, and does not go on with a search that was not picked from', async () => {
    const browser = aBrowser(answers());
    let page = await browser.send(LAPOR, await browser.get(LAPOR), { isi: TEXT, ke: 'lanjut' });
    page = await browser.send(LAPOR, page, { ke: 'lanjut' });
    page = await browser.send(LAPOR, page, { cari: 'kuranji', patokan: 'depan pasar', ke: 'lanjut' });
    expect(page.status).toBe(422);
    expect(page.html).toContain(KURANJI.fullName);
    expect(fieldsOf(page.html).get('patokan')).toBe('depan pasar');
    const none = await browser.send(LAPOR, page, { cari: 'nirgends', ke: 'cari' });
    expect(none.html).toContain('Tidak ada yang cocok');
  });

  it.each(['0026-11-20', '1899-12-31', '3000-01-01', '2026-02-30', '2027-11-20', 'kemarin'])(
    'asks again for the day %s',
    async (sejak) => {
      const browser = aBrowser(answers());
      let page = await browser.send(LAPOR, await browser.get(LAPOR), { isi: TEXT, ke: 'lanjut' });
      page = await browser.send(LAPOR, page, { ke: 'lanjut' });
      const faulty = await browser.send(LAPOR, page, { sejak, ke: 'lanjut' });
      expect(faulty.status).toBe(422);
      expect(faulty.html).toContain('<a href="#f-sejak">');
    },
  );

  it('goes back and changes one thing without losing another', async () => {
    const browser = aBrowser(answers());
    const check = await toCheck(browser, { kontak: { nama: 'Warga' } });
    const what = await browser.send(LAPOR, check, { ke: 'ubah-kejadian' });
    expect(heading(what.html)).toBe('Apa yang terjadi?');
    const again = await browser.send(LAPOR, what, { judul: 'Lubang di depan pasar', ke: 'lanjut' });
    expect(heading(again.html)).toBe('Periksa laporan Anda');
    expect(again.html).toContain('Lubang di depan pasar');
    expect(again.html).toContain('Warga');
    expect(again.html).toContain(KURANJI.fullName);
  });

  it('changes the language in the middle and keeps everything typed', async () => {
    const browser = aBrowser(answers());
    const page = await browser.send(LAPOR, await browser.get(LAPOR), { isi: TEXT, ke: 'bahasa' });
    expect(page.html).toContain('<html lang="en">');
    expect(fieldsOf(page.html).get('isi')).toBe(TEXT);
    expect((await browser.get('/sederhana')).html).toContain('<html lang="en">');
  });

  it('writes whatever was typed as text, in each field and on each page', async () => {
    const nasty = `"><script>alert(1)</script></textarea><img src=x onerror='x()'>&amp;${' kata'.repeat(5)}`;
    const browser = aBrowser(
      answers({
        PlainRegion: () => ({ region: { ...KURANJI, fullName: nasty } }),
        PlainCategoryById: () => ({ category: { ...ROAD, name: nasty, path: nasty } }),
        PlainSuggest: () => ({
          suggestRouting: { categories: [{ category: { ...ROAD, name: nasty, path: nasty } }] },
        }),
      }),
    );
    const pages = [await browser.get(`${LAPOR}?lang=${encodeURIComponent(nasty)}`)];
    const go = async (typed: Record<string, string>) =>
      pages.push(await browser.send(LAPOR, pages.at(-1)!, typed));
    await go({ isi: nasty, judul: nasty, ke: 'lanjut' });
    await go({ cari: nasty, kategori: ROAD.id, ke: 'cari' });
    await go({ kategori: ROAD.id, ke: 'lanjut' });
    await go({ cari: nasty, wilayah: '13.71.09', patokan: nasty, ke: 'cari' });
    await go({ wilayah: '13.71.09', cari: '', sejak: nasty, ke: 'lanjut' });
    await go({ sejak: '', ke: 'lanjut' });
    await go({ nama: nasty, telepon: nasty, surel: nasty, ke: 'lanjut' });
    await go({ telepon: '', surel: '', ke: 'lanjut' });
    expect(heading(pages.at(-1)!.html)).toBe('Periksa laporan Anda');
    for (const { html } of pages) {
      expect(html).not.toMatch(/<script|<img|onerror='/);
      expect(html).not.toContain('\0');
    }
    expect(fieldsOf(pages[1]!.html).get('isi')).toBe(nasty);
    expect(fieldsOf(pages.at(-1)!.html).get('nama')).toBe(nasty);
  });

  it('refuses forms that are not from our pages, and gives everything typed back', async () => {
    const browser = aBrowser(answers());
    const check = await toCheck(browser);
    const foreign = aBrowser(answers());
    await foreign.get('/sederhana');
    for (const [who, typed] of [
      [browser, { tanda: '' }],
      [browser, { tanda: 'x'.repeat(59) }],
      [foreign, {}],
    ] as const) {
      const refused = await who.send(LAPOR, check, { ...typed, ke: 'kirim' });
      expect(refused.status).toBe(403);
      expect(refused.html).toContain(TEXT);
      expect(who.asked.map(({ operation }) => operation)).not.toContain('PlainSubmit');
    }
    // What comes back is ours again.
    const again = await browser.send(LAPOR, check, { tanda: 'x', ke: 'kirim' });
    expect((await browser.send(LAPOR, again, { ke: 'kirim' })).html).toContain('4821 3097');
  });

  it('begins anew with a form that has no key of ours', async () => {
    const browser = aBrowser(answers());
    const page = await browser.send(LAPOR, await browser.get(LAPOR), {
      kunci: "'; drop table report; --",
      isi: TEXT,
    });
    expect(page.status).toBe(200);
    expect(fieldsOf(page.html).get('kunci')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('sending without script', () => {
  it('stands in the line of a busy network, waits for its turn, and passes with it', async () => {
    const place = { waitingToken: 'TOKEN', waitUntil: '2026-11-20T02:42:00.000Z' };
    const browser = aBrowser(
      answers({
        PlainSubmit: ({ input }) => ({
          submitReport: input.proof?.waitingToken
            ? { __typename: 'ReportSubmitted', accessCode: CODE, report: { id: 'r', number: NUMBER } }
            : { __typename: 'TooManyRequests', retryAfterSeconds: 300 },
        }),
        PlainStandInLine: () => ({ filingChallenge: place }),
      }),
    );
    const check = await toCheck(browser);
    const wait = await browser.send(LAPOR, check, { ke: 'kirim' });
    expect([wait.status, wait.retryAfterSeconds]).toEqual([429, 120]);
    expect(wait.html).toContain('09.42 WIB');
    const early = await browser.send(LAPOR, wait, { ke: 'kirim' });
    expect(early.status).toBe(429);
    // Asked for once: a place that is asked for again would be a later one.
    expect(browser.asked.filter(({ operation }) => operation === 'PlainStandInLine')).toHaveLength(1);
    browser.later(3);
    expect((await browser.send(LAPOR, early, { ke: 'kirim' })).html).toContain('4821 3097');
  });

  it('says when to try again while the line is full', async () => {
    const browser = aBrowser(
      answers({
        PlainSubmit: () => ({ submitReport: { __typename: 'TooManyRequests', retryAfterSeconds: 300 } }),
        PlainStandInLine: () => ({ filingChallenge: { waitingToken: null, waitUntil: null } }),
      }),
    );
    const full = await browser.send(LAPOR, await toCheck(browser), { ke: 'kirim' });
    expect([full.status, full.retryAfterSeconds]).toEqual([429, 300]);
    expect(full.html).toContain('sekitar 5 menit');
    expect(full.html).toContain(TEXT);
  });

  it('loses nothing while the graph does not answer', async () => {
    const browser = aBrowser(answers());
    const check = await toCheck(browser);
    const down = aBrowser({});
    for (const [name, value] of browser.cookies) down.cookies.set(name, value);
    const page = await down.send(LAPOR, check, { ke: 'kirim' });
    expect(page.status).toBe(503);
    expect(fieldsOf(page.html).get('kategori')).toBe(ROAD.id);
    expect(fieldsOf(page.html).get('kunci')).toBe(fieldsOf(check.html).get('kunci'));
    expect(
      down.asked.at(-2)!.variables.input?.categoryId ??
        down.asked.find(({ operation }) => operation === 'PlainSubmit')!.variables.input.categoryId,
    ).toBe(ROAD.id);
  });

  it('shows at its field what the graph refuses', async () => {
    const browser = aBrowser(
      answers({
        PlainSubmit: () => ({
          submitReport: {
            __typename: 'InvalidInput',
            fields: [{ path: 'input.reporter.phone', code: 'INVALID' }],
          },
        }),
      }),
    );
    const page = await browser.send(LAPOR, await toCheck(browser), { ke: 'kirim' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('<a href="#f-telepon">');
  });

  it('offers another report when the first arrived with other words', async () => {
    const browser = aBrowser(
      answers({ PlainSubmit: () => ({ submitReport: { __typename: 'SubmissionConflict', code: 'X' } }) }),
    );
    const check = await toCheck(browser);
    const conflict = await browser.send(LAPOR, check, { ke: 'kirim' });
    expect(conflict.status).toBe(409);
    const fresh = await browser.send(LAPOR, conflict, { ke: 'baru' });
    expect(fieldsOf(fresh.html).get('kunci')).not.toBe(fieldsOf(check.html).get('kunci'));
    expect(fieldsOf(fresh.html).get('isi')).toBe(TEXT);
  });
});

describe('photos without script', () => {
  const id = '0197f0a0-0000-4000-8000-00000000000a';
  const photo = { fileName: 'jalan <b>.jpg', content: new Uint8Array(3) };

  it('come one by one, under the key of the report, and can be taken away', async () => {
    const uploaded: object[] = [];
    const browser = aBrowser(answers(), (owner, name) => {
      uploaded.push({ owner, name });
      return { id };
    });
    const check = await toCheck(browser);
    const empty = await browser.send(LAPOR, check, { ke: 'ubah-foto' });
    expect(empty.html).toContain('enctype="multipart/form-data"');
    const one = await browser.send(LAPOR, empty, { ke: 'unggah' }, photo);
    expect(one.html).toContain('jalan &lt;b&gt;.jpg');
    expect(uploaded).toEqual([
      { owner: { submissionKey: fieldsOf(check.html).get('kunci') }, name: 'jalan <b>.jpg' },
    ]);
    const back = await browser.send(LAPOR, one, { ke: 'periksa' });
    await browser.send(LAPOR, back, { ke: 'kirim' });
    expect(browser.asked.at(-1)!.variables.input.attachmentIds).toEqual([id]);
    const gone = await browser.send(LAPOR, one, { ke: `hapus-${id}` });
    expect(fieldsOf(gone.html).get('berkas')).toBe('');
  });

  it('say what is wrong with them and leave the rest as it was', async () => {
    const browser = aBrowser(answers(), () => ({ code: 'UNSUPPORTED_TYPE' }));
    const empty = await browser.send(LAPOR, await toCheck(browser), { ke: 'ubah-foto' });
    const large = await browser.send(
      LAPOR,
      empty,
      { ke: 'unggah' },
      { fileName: 'x', content: { code: 'TOO_LARGE' } },
    );
    expect([large.status, large.html.includes('Paling besar 10 MB')]).toEqual([422, true]);
    const wrong = await browser.send(LAPOR, large, { ke: 'unggah' }, photo);
    expect(wrong.html).toContain('Jenis berkas ini tidak dapat diterima');
    expect(fieldsOf(wrong.html).get('isi')).toBe(TEXT);
    const none = await browser.send(LAPOR, wrong, { ke: 'unggah' });
    expect(none.html).toContain('Pilih berkas lebih dulu');
  });
});
