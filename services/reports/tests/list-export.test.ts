import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { startHttp, type Http } from './files.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, reportIn } from './situations.ts';

const unit = actor.officer('LIAISON_OFFICER', LEAD);
const desk = actor.nationalAdmin();
const NEW = { list: 'INBOX', bucket: 'NEW' };

describe('an officer’s list as a table', () => {
  let harness: Harness;
  let http: Http;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
    const { id } = await file(harness, actor.public, {
      title: '=1+1 jalan berlubang',
      placeText: 'Simpang Lubuk Buaya',
    });
    await dispose(harness, id, {});
    await reportIn(harness, 'DISPOSED', 'confidential');
    await file(harness, actor.public, { title: 'Got mampet' });
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const ask = (viewer: Viewer, body: object) => http.post(viewer, '/exports/reports.csv', body);
  const table = async (viewer: Viewer, body: object) => {
    const response = await ask(viewer, body);
    expect(response).toMatchObject({ status: 200 });
    return parse(response.content, { bom: true, columns: true }) as Record<string, string>[];
  };
  const audited = async () =>
    (
      await harness.row(
        `select coalesce(json_agg(json_build_object('actor_id', actor_id, 'organisation_id', organisation_id, 'facts', facts) order by id), '[]') as entries
       from audit where action = 'LIST_EXPORTED'`,
      )
    ).entries as object[];

  it('has what the screen has, safe for spreadsheets, without narrative, and nothing of a confidential report but its number and place in line', async () => {
    const rows = await table(unit, NEW);
    expect(rows.map((row) => row.Judul).sort()).toEqual(["'=1+1 jalan berlubang", '(rahasia)']);
    const [open, secret] = [
      rows.find((row) => row.Judul !== '(rahasia)')!,
      rows.find((row) => row.Judul === '(rahasia)')!,
    ];
    expect(open).toMatchObject({
      Status: 'Terdisposisi',
      Tempat: 'Simpang Lubuk Buaya',
      'Penanggung jawab': 'Dinas PUPR Kota Padang',
      Kategori: expect.stringMatching(/./),
      'Kode wilayah': expect.stringMatching(/./),
    });
    expect(secret).toMatchObject({
      Tempat: '',
      Kategori: '',
      'Kode wilayah': '',
      Nomor: expect.stringMatching(/^\d{8}$/),
    });
    expect(Object.keys(open)).not.toContain('Teks');
  });

  it('is narrowed as the screen is, in either language', async () => {
    const rows = await table(desk, { list: 'DESK', search: 'mampet', language: 'en' });
    expect(rows).toMatchObject([{ Title: 'Got mampet', State: 'Waits for verification' }]);
    expect(await table(unit, { ...NEW, filter: { confidential: false } })).toHaveLength(1);
  });

  it('is also the list behind a figure, for those who read it there, and without what is confidential to them', async () => {
    const behind = { list: 'COUNTED', counted: { states: ['DISPOSED', 'SUBMITTED'] } };
    const monitor = actor.officer('KSP_MONITOR', 'ksp');
    expect((await table(monitor, behind)).map((row) => row.Judul).sort()).toEqual([
      "'=1+1 jalan berlubang",
      'Got mampet',
    ]);
    expect(await table(desk, behind)).toHaveLength(3);
    expect(await table(monitor, { ...behind, counted: { states: ['COMPLETED'] } })).toEqual([]);
    for (const viewer of [
      actor.public,
      unit,
      { ...monitor, apiKey: { id: 'key', scopes: ['graph:read' as const] } },
    ])
      expect(await ask(viewer, behind)).toMatchObject({ status: 404 });
  });

  it('is for nobody but those whose list it is', async () => {
    const key = { ...unit, apiKey: { id: 'key', scopes: ['reports:read' as const] } };
    for (const viewer of [
      actor.public,
      actor.citizen('somebody'),
      actor.officer('FIELD_OFFICER', LEAD),
      key,
    ]) {
      expect(await ask(viewer, NEW)).toMatchObject({ status: 404 });
    }
    expect(await ask(unit, { list: 'DESK' })).toMatchObject({ status: 404 });
    expect(await ask(unit, { ...NEW, organisationId: 'pemkot-13-77' })).toMatchObject({ status: 404 });
    expect(await table(actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'), NEW)).toEqual([]);
  });

  it('says what is wrong with what was asked', async () => {
    const response = await ask(unit, { ...NEW, bucket: 'MINE' });
    expect(response).toMatchObject({ status: 400 });
    expect(JSON.parse(response.content.toString())).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'bucket' }],
    });
  });

  it('is in the audit before it leaves, and may not be asked for without end', async () => {
    const busy = { ...unit, accountId: 'busy-officer' };
    const before = (await audited()).length;
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) statuses.push((await ask(busy, NEW)).status);
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
    const entries = await audited();
    expect(entries).toHaveLength(before + 20);
    expect(entries.at(-1)).toEqual({
      actor_id: 'busy-officer',
      organisation_id: LEAD,
      facts: { list: 'INBOX', bucket: 'NEW' },
    });
  });
});
