import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import {
  act,
  directory,
  HEAD_OF_CITY,
  KSP,
  missClarification,
  OFFICE,
  OFFICE_ELSEWHERE,
  OMBUDSMAN,
  tellOrganisations,
  TEXT,
  UNIT,
} from './a-case.ts';
import { at } from './a-report.ts';
import { startServer, type TestServer } from './a-server.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const LETTER = 'report-1-1-1';
const WORDS = [
  'Jalan itu rusak sejak bulan Mei dan dilalui tiga sekolah.',
  'Mohon segera diperiksa dan dijawab.',
];

describe('the text of a letter before it is approved', () => {
  let sla: TestService;
  let server: TestServer;
  beforeEach(async () => {
    sla = await startTestService(at('2026-10-05 10:00'), { directory });
    await tellOrganisations(sla, ['ombudsman'], ['ombudsman', 'ombudsman-13']);
    server = await startServer(sla);
    await missClarification(sla);
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await sla[Symbol.asyncDispose]();
  });

  const edit = (who: Viewer, change: object = {}) =>
    act(sla, who, 'editLetter', { letterId: LETTER, paragraphs: WORDS, expectedVersion: 1, ...change });
  const letterFor = async (who: Viewer): Promise<any> => {
    const { oversightLetters } = await sla.query(
      `{ oversightLetters(first: 1) { edges { node { letter { version isEdited paragraphs viewerCanEdit viewerCanApprove state } } } } }`,
      who,
    );
    return oversightLetters.edges[0]?.node.letter;
  };
  const wordsOfPdf = async (): Promise<string> => {
    const { rawPayload } = await server.get(KSP, `/surat/${LETTER}.pdf`);
    return textOfPdf(rawPayload);
  };

  test('is changed by those who may approve it, and printed so, with its facts and its closing as they were', async () => {
    expect(await letterFor(KSP)).toMatchObject({ version: 1, isEdited: false, viewerCanEdit: true });
    expect((await letterFor(KSP)).paragraphs).toEqual([
      expect.stringContaining('Laporan masyarakat nomor 2750 9914'),
      'Kami meminta Saudara memastikan laporan ini ditindaklanjuti.',
    ]);
    expect(await edit(OFFICE)).toMatchObject({
      letter: { state: 'DRAFT', version: 2, isEdited: true, paragraphs: WORDS },
    });
    const draft = await wordsOfPdf();
    expect(draft).toContain(tight('Jalan itu rusak sejak bulan Mei'));
    expect(draft).not.toContain(tight('Laporan masyarakat nomor'));
    expect(draft).toContain(tight('belum dijawab'));
    expect(draft).toContain(tight('Jawaban atas surat ini kami tunggu paling lambat 18 November 2026'));
    expect(draft).toContain(tight('Identitas pelapor dan isi laporan tidak disertakan'));
    expect(draft).toContain(tight('RANCANGAN'));

    expect(await act(sla, KSP, 'approveLetter', { letterId: LETTER, expectedVersion: 2 })).toMatchObject({
      letter: { state: 'APPROVED', paragraphs: WORDS },
    });
    const { pdf } = (await sla.service.pdfOfLetter(LETTER))!;
    expect(textOfPdf(pdf)).toContain(tight('Mohon segera diperiksa dan dijawab.'));
  });

  test('is refused for everybody else as if there were no letter', async () => {
    for (const who of [UNIT, HEAD_OF_CITY, DESK, OFFICE_ELSEWHERE])
      expect((await edit(who)).code).toBe('NOT_FOUND');
    const key: Viewer = { ...OMBUDSMAN, apiKey: { id: 'key', scopes: ['graph:write', 'reports:read'] } };
    expect((await edit(key)).code).toBe('NOT_FOUND');
    expect((await edit(OFFICE, { letterId: 'report-1-1-9' })).code).toBe('NOT_FOUND');
    expect(await letterFor(KSP)).toMatchObject({ version: 1 });
  });

  test('is refused when it changed meanwhile, with what stands now; so is its approval', async () => {
    await edit(OFFICE);
    expect(await edit(KSP, { paragraphs: [TEXT] })).toMatchObject({
      __typename: 'LetterStale',
      code: 'LETTER_CHANGED',
      letter: { version: 2, paragraphs: WORDS },
    });
    expect(await act(sla, KSP, 'approveLetter', { letterId: LETTER, expectedVersion: 1 })).toMatchObject({
      __typename: 'LetterStale',
      letter: { version: 2, state: 'DRAFT' },
    });
    expect(await letterFor(KSP)).toMatchObject({ version: 2, paragraphs: WORDS });
  });

  test('is changed by one of many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => edit(OFFICE)));
    const types = outcomes.map(({ __typename }) => __typename).sort();
    expect(types).toEqual([...Array.from({ length: 5 }, () => 'LetterStale'), 'OversightLetterChanged']);
  });

  test('is changed once however often the request is sent', async () => {
    const requestKey = randomUUID();
    for (let time = 0; time < 2; time++)
      expect(await edit(OFFICE, { requestKey })).toMatchObject({ letter: { version: 2 } });
    expect(await sla.rows(`select 1 from entry where kind = 'LETTER_EDITED'`)).toHaveLength(1);
  });

  test('holds nothing by which a person could be found, and says where it stood without repeating it', async () => {
    const refused = await edit(OFFICE, {
      paragraphs: [
        'Pelapor dengan NIK 1371 0315 0290 0001 menunggu.',
        'Hubungi 0812-3456-7890 atau siti@contoh.go.id.',
        'Laporan 2750 9914 tanggal 02-10-2026 09.00 belum dijawab.',
        'Kata 報告 tidak tercetak.',
      ],
    });
    expect(refused.fields.map(({ path, code }: any) => [path, code])).toEqual([
      ['input.paragraphs.0', 'LOOKS_LIKE_NIK'],
      ['input.paragraphs.1', 'LOOKS_LIKE_PHONE'],
      ['input.paragraphs.1', 'LOOKS_LIKE_EMAIL'],
      ['input.paragraphs.3', 'UNPRINTABLE'],
    ]);
    expect(refused.fields[0].message).toBe(
      'Characters 20 to 38 look like something by which a person could be found.',
    );
    expect(JSON.stringify(refused)).not.toMatch(/0290|3456|siti/);
    expect(await sla.rows(`select 1 from entry_text where text like '%0290%'`)).toEqual([]);
    expect(await letterFor(KSP)).toMatchObject({ version: 1, isEdited: false });
  });

  test('has limits', async () => {
    expect((await edit(OFFICE, { paragraphs: [] })).fields).toMatchObject([{ path: 'input.paragraphs' }]);
    const long = Array.from({ length: 4 }, () => 'Kata '.repeat(220).trim());
    expect((await edit(OFFICE, { paragraphs: long })).fields).toMatchObject([
      { path: 'input.paragraphs', code: 'TOO_LONG' },
    ]);
    expect((await edit(OFFICE, { paragraphs: ['ab'] })).fields).toMatchObject([
      { path: 'input.paragraphs.0', code: 'TOO_SHORT' },
    ]);
  });

  test('may be as long as it is allowed to: nothing is cut off, and each page of a draft says what it is', async () => {
    const long = Array.from({ length: 3 }, (_, index) => `${'Kata yang panjang '.repeat(70)}akhir${index}.`);
    await edit(OFFICE, { paragraphs: long });
    const { rawPayload } = await server.get(KSP, `/surat/${LETTER}.pdf`);
    const pages = rawPayload.toString('latin1').match(/\/Type \/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(1);
    const words = textOfPdf(rawPayload);
    for (const end of ['akhir0', 'akhir1', 'akhir2', 'Atas perhatian', 'Rancangan. Belum disetujui'])
      expect(words).toContain(tight(end));
    expect(words.match(/RANCANGAN/g)).toHaveLength(pages);
  });

  test('is given back to the platform, and not touched any more once it was approved', async () => {
    await edit(OFFICE);
    expect(await edit(OFFICE, { paragraphs: null, expectedVersion: 2 })).toMatchObject({
      letter: { version: 3, isEdited: false },
    });
    expect(await wordsOfPdf()).toContain(tight('Laporan masyarakat nomor'));
    await act(sla, OFFICE, 'approveLetter', { letterId: LETTER });
    expect((await edit(OFFICE, { expectedVersion: 3 })).code).toBe('LETTER_STATE');
    expect(await letterFor(KSP)).toMatchObject({ viewerCanEdit: false });
  });

  test('is neither changed nor approved once the case has ended', async () => {
    await act(sla, OFFICE, 'closeOversight', {
      caseId: 'report-1-1',
      outcome: 'NO_MALADMINISTRATION',
      text: TEXT,
    });
    expect(await letterFor(OFFICE)).toMatchObject({ viewerCanEdit: false, viewerCanApprove: false });
    expect((await edit(OFFICE)).code).toBe('LETTER_STATE');
    expect((await act(sla, OFFICE, 'approveLetter', { letterId: LETTER })).code).toBe('LETTER_NOT_NEEDED');
  });

  test('is in the log with every text that it had, for those who may approve it', async () => {
    await edit(OFFICE);
    await edit(KSP, { paragraphs: [TEXT], expectedVersion: 2 });
    const entriesFor = async (who: Viewer): Promise<any[]> =>
      (await sla.query('{ oversightCase(id: "report-1-1") { entries { kind text } } }', who)).oversightCase
        .entries;
    expect((await entriesFor(KSP)).filter(({ kind }) => kind === 'LETTER_EDITED')).toEqual([
      { kind: 'LETTER_EDITED', text: WORDS.join('\n\n') },
      { kind: 'LETTER_EDITED', text: TEXT },
    ]);
    expect((await entriesFor(UNIT)).map(({ kind }) => kind)).not.toContain('LETTER_EDITED');
  });
});

/** Without its spaces, which justified lines do not have as letters. */
const tight = (text: string): string => text.replace(/\s+/g, '');

/** Words of a PDF by the standard fonts, as far as a test asks: the strings of its text operators, without spaces. */
function textOfPdf(pdf: Buffer): string {
  const words: string[] = [];
  const raw = pdf.toString('latin1');
  for (const { 1: stream } of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let content: string;
    try {
      content = inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    } catch {
      continue;
    }
    for (const { 1: array } of content.matchAll(/\[([^\]]*)\] TJ/g))
      words.push(
        [...array!.matchAll(/<([0-9a-f]*)>/gi)]
          .map(({ 1: hex }) => Buffer.from(hex!, 'hex').toString('latin1'))
          .join(''),
      );
  }
  return tight(words.join(''));
}
