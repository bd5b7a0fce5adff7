import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReceipt, KEY_SET_PATH, receiptKeySet, type ReceiptContent } from '@lapor/receipt';
import type { Viewer } from '@lapor/viewer';
import { startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, REPORTER } from './situations.ts';

const reporter = actor.citizen(REPORTER);
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const CANARY = 'KANARI-isi-laporan';

interface Receipt {
  token: string;
  checkUrl: string;
  documentPath: string;
}

describe('a signed receipt', () => {
  let harness: Harness;
  let http: Http;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const numberOf = async (id: string) =>
    (await harness.row('select number from report where id = $1', id)).number as string;
  const receiptOf = async (viewer: Viewer, id: string, entryId: string | null = null) => {
    const { report } = await harness.ask<{ report: { receipt: Receipt | null } | null }>(
      viewer,
      'query ($number: String!, $entryId: ID) { report(number: $number) { receipt(entryId: $entryId) { token checkUrl documentPath } } }',
      { number: await numberOf(id), entryId },
    );
    return report && report.receipt;
  };
  const entryOf = async (id: string, kind: string) =>
    (
      await harness.row<{ id: string }>(
        'select id from history where report_id = $1 and kind = $2 order by sequence desc limit 1',
        id,
        kind,
      )
    ).id;
  const says = async ({ token }: Receipt): Promise<ReceiptContent> => {
    const keys = receiptKeySet.parse(
      JSON.parse((await http.download(actor.public, KEY_SET_PATH)).content.toString()),
    );
    const verdict = await checkReceipt(token, keys);
    if (verdict.is !== 'GENUINE') throw new Error(verdict.is);
    return verdict.content;
  };
  const filed = (overrides: Record<string, unknown> = {}) =>
    file(harness, reporter, {
      text: `${CANARY} di depan pasar kecamatan kami.`,
      title: `${CANARY} judul`,
      ...overrides,
    });

  it('says that a report was filed, and what it is about only once everybody may read it', async () => {
    const { id, number } = await filed();
    const before = { v: 1, of: 'REPORT', number, at: '2026-11-20T02:40:00.000Z', state: 'SUBMITTED' };
    expect(await says((await receiptOf(reporter, id))!)).toEqual(before);
    await dispose(harness, id);
    expect(await says((await receiptOf(actor.public, id))!)).toEqual({
      ...before,
      category: expect.stringContaining('Jalan'),
      region: '13.71.09',
    });
  });

  it('says of a confidential report its number, time and state, and nothing of its answers', async () => {
    const { id, number } = await filed({ isConfidential: true });
    await dispose(harness, id, { safeToPublish: false });
    await answer(harness, id, 'PLAN');
    const receipt = (await receiptOf(reporter, id))!;
    expect(await says(receipt)).toEqual({
      v: 1,
      of: 'REPORT',
      number,
      at: '2026-11-20T02:40:00.000Z',
      state: 'SUBMITTED',
    });
    expect(await receiptOf(reporter, id, await entryOf(id, 'PLANNED'))).toBeNull();
    expect(await receiptOf(actor.public, id)).toBeNull();
  });

  it('says what an organisation answered, for everybody who reads it, the same each time', async () => {
    const { id, number } = await filed();
    await dispose(harness, id);
    await answer(harness, id, 'PLAN');
    const entryId = await entryOf(id, 'PLANNED');
    const receipt = (await receiptOf(actor.public, id, entryId))!;
    const text = 'Jawaban unit kepada pelapor.';
    expect(await says(receipt)).toEqual({
      v: 1,
      of: 'ANSWER',
      number,
      entry: 3,
      kind: 'PLANNED',
      at: '2026-11-20T02:40:00.000Z',
      by: { id: LEAD, name: 'Dinas PUPR Kota Padang' },
      promised: '2027-06-30',
      sha256: createHash('sha256').update(text).digest('base64url'),
      text,
    });
    expect(receipt.checkUrl).toBe(`https://lapor.contoh.go.id/periksa#${receipt.token}`);
    for (const viewer of [reporter, unit, actor.nationalAdmin()])
      expect((await receiptOf(viewer, id, entryId))!.token).toBe(receipt.token);
  });

  it('leaves out a text that has no room, and says by which digest it is known', async () => {
    const { id } = await filed();
    await dispose(harness, id);
    const text = `${'Kami perbaiki bertahap. '.repeat(30)}Terima kasih.`;
    await must(harness, unit, 'answerReport', { reportId: id, kind: 'PLAN', text, promisedOn: '2027-06-30' });
    const content = await says((await receiptOf(reporter, id, await entryOf(id, 'PLANNED')))!);
    expect(content).not.toHaveProperty('text');
    expect(content).toMatchObject({ sha256: createHash('sha256').update(text).digest('base64url') });
  });

  it('is there of a correction and of the answer that it replaced', async () => {
    const { id } = await filed();
    await dispose(harness, id);
    await answer(harness, id, 'PLAN');
    const plan = await entryOf(id, 'PLANNED');
    const corrected = await change(harness, unit, 'correctAnswer', {
      reportId: id,
      entryId: plan,
      text: 'Jawaban unit yang sudah diperbaiki.',
    });
    expect(corrected).toMatchObject({ __typename: 'ReportChanged' });
    const correction = await says((await receiptOf(actor.public, id, await entryOf(id, 'CORRECTED')))!);
    expect(correction).toMatchObject({ kind: 'CORRECTED', corrects: 3 });
    expect(await says((await receiptOf(actor.public, id, plan))!)).toMatchObject({ kind: 'PLANNED' });
  });

  it('is there of public answers alone: of no disposition, no message, no entry of another report', async () => {
    const { id } = await filed();
    await dispose(harness, id);
    const other = await filed();
    await dispose(harness, other.id);
    await answer(harness, other.id, 'PLAN');
    await must(harness, unit, 'writeToReporter', { reportId: id, text: 'Mohon hubungi kami.' });
    for (const entry of [
      await entryOf(id, 'DISPOSED').catch(() => entryOf(id, 'VERIFIED')),
      await entryOf(id, 'MESSAGE'),
      await entryOf(other.id, 'PLANNED'),
      'tidak-ada',
    ])
      expect(await receiptOf(reporter, id, entry)).toBeNull();
  });

  it('keeps saying that something was answered when its words were erased', async () => {
    const { id } = await filed();
    await dispose(harness, id);
    await answer(harness, id, 'PLAN');
    const entryId = await entryOf(id, 'PLANNED');
    await harness.test.database.pool.query(`update history set text = null where id = $1`, [entryId]);
    const content = await says((await receiptOf(reporter, id, entryId))!);
    expect(content).not.toHaveProperty('text');
    expect(content).not.toHaveProperty('sha256');
  });

  it('never says what was told, nor by whom', async () => {
    const { id } = await filed({ reporter: { name: 'KANARI-nama', email: 'kanari@contoh.id' } });
    await dispose(harness, id);
    const { token } = (await receiptOf(reporter, id))!;
    const body = Buffer.from(token.split('.')[1]!, 'base64url').toString();
    expect(body.toLowerCase()).not.toContain('kanari');
    expect(body).not.toContain(id);
    expect(body).not.toContain(REPORTER);
  });

  it('is limited for one request', async () => {
    const { number } = await filed();
    const many = Array.from({ length: 51 }, (_, index) => `a${index}: receipt { token }`).join(' ');
    await expect(harness.ask(reporter, `{ report(number: "${number}") { ${many} } }`)).rejects.toThrow(
      /Too many/,
    );
  });

  describe('as a document', () => {
    it('is a tagged PDF of one page, the same bytes each time, for whoever has the link', async () => {
      const { id, number } = await filed();
      const { documentPath } = (await receiptOf(reporter, id))!;
      const first = await http.download(actor.public, documentPath);
      expect(first.status).toBe(200);
      expect(first.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="tanda-terima-${number}.pdf"`,
        'cache-control': 'private, no-store',
      });
      const pdf = first.content.toString('latin1');
      expect(pdf.startsWith('%PDF-1.7')).toBe(true);
      for (const tag of ['/MarkInfo', '/StructTreeRoot', '/Figure', '/Lang (id)', '/Count 1'])
        expect(pdf).toContain(tag);
      expect((await http.download(actor.public, documentPath)).content.equals(first.content)).toBe(true);
    });

    it('is for whoever may have the receipt, and is not there for anybody else', async () => {
      const { id } = await filed();
      const path = `/tanda-terima/${id}`;
      const status = async (viewer: Viewer, at = path) => (await http.download(viewer, at)).status;
      expect(await status(reporter)).toBe(200);
      expect(await status(actor.public)).toBe(404);
      expect(await status(actor.public, `${path}?s=salah`)).toBe(404);
      const other = (await receiptOf(reporter, (await filed()).id))!.documentPath;
      expect(await status(actor.public, `${path}?${other.split('?')[1]}`)).toBe(404);
      expect(await status(reporter, '/tanda-terima/bukan-id')).toBe(404);
      expect(await status(reporter, `${path}/018f0000-0000-7000-8000-000000000000`)).toBe(404);
      harness.clock.advance(3 * 3_600_000);
      const { documentPath } = (await receiptOf(reporter, id))!;
      harness.clock.advance(3 * 3_600_000);
      expect(await status(actor.public, documentPath)).toBe(404);
    });

    it('holds the longest answer', async () => {
      const { id } = await filed();
      await dispose(harness, id);
      const text = 'Pekerjaan dibagi dalam beberapa tahap “sesuai anggaran”. '.repeat(60).trim();
      await must(harness, unit, 'answerReport', {
        reportId: id,
        kind: 'PLAN',
        text,
        promisedOn: '2027-06-30',
      });
      const entryId = await entryOf(id, 'PLANNED');
      const { status, content } = await http.download(actor.public, `/tanda-terima/${id}/${entryId}`);
      expect(status).toBe(200);
      expect(content.length).toBeLessThan(200_000);
    });
  });

  it('is checked with keys that everybody may read, and that hold no secret', async () => {
    const { status, headers, content } = await http.download(actor.public, KEY_SET_PATH);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*' });
    const [key] = JSON.parse(content.toString()).keys;
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});
