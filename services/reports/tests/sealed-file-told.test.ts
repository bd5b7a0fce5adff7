import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { scanWaitingFiles } from '../src/modules/attachment/index.ts';
import { pdf, photo, startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, must, REPORTER } from './situations.ts';

const unit = actor.officer('LIAISON_OFFICER', LEAD);
const citizen = actor.citizen(REPORTER);
const HOUR = 3_600_000;

describe('a file that was found harmful after it was kept', () => {
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
  afterEach(async () => {
    harness.deps.scanner = null;
    await harness.test.database.query('forget', `update attachment set scan_state = 'CLEAN'`);
  });

  const upload = async (by: Viewer, content: Buffer, options: { fileName?: string; key?: string } = {}) => {
    harness.clock.advance(1);
    return (await http.upload(by, content, { fileName: 'KANARI nama berkas.pdf', ...options })).body
      .id as string;
  };
  const scan = async (found: string | null = 'Uji.Eicar') => {
    harness.deps.scanner = { scan: async () => (found === null ? 'CLEAN' : { found }) };
    while ((await scanWaitingFiles(harness.deps)) > 0);
    harness.deps.scanner = null;
  };
  const mails = async (reportId: string) =>
    (await harness.events('notification.requested'))
      .map(({ payload }) => payload)
      .filter(
        ({ template, recipient }) => template === 'report-file-sealed' && recipient.reportId === reportId,
      );
  const filed = async (overrides: Record<string, unknown> = {}) => {
    const ids = [await upload(citizen, await photo()), await upload(citizen, pdf('/Author(KANARI-ISI)'))];
    return { ...(await file(harness, citizen, { attachmentIds: ids, ...overrides })), ids };
  };

  it('is told to the reporter by mail, once for all that is found on a day, and never what it is called', async () => {
    const { id, number } = await filed();
    await scan();
    const told = await mails(id);
    expect(told).toMatchObject([
      {
        recipient: { kind: 'REPORTER', reportId: id },
        template: 'report-file-sealed',
        facts: { number, sentBy: 'REPORTER' },
      },
    ]);
    expect(Object.keys(told[0].facts)).toEqual(['number', 'sentBy']);
    expect(JSON.stringify(told)).not.toMatch(/kanari|eicar/i);
    await scan();
    expect(await mails(id)).toHaveLength(1);
  });

  it('is told of a confidential report in the same words, and whatever news the reporter turned off', async () => {
    const { id, number } = await filed({ isConfidential: true });
    await harness.ask(
      citizen,
      `mutation { setNotificationSettings(input: { reportId: "${id}", wantsNews: false }) { __typename } }`,
    );
    await scan();
    expect((await mails(id)).map(({ facts }) => facts)).toEqual([{ number, sentBy: 'REPORTER' }]);
  });

  it('is told again when another one is found on another day', async () => {
    const { id } = await filed();
    await scan();
    const more = await upload(citizen, pdf());
    await must(harness, actor.nationalAdmin(), 'postponeReport', {
      reportId: id,
      missingData: 'Mohon kirim fotonya lagi.',
    });
    await must(harness, citizen, 'completeReportData', {
      reportId: id,
      text: 'Ini fotonya lagi.',
      attachmentIds: [more],
    });
    harness.clock.advance(25 * HOUR);
    await scan();
    expect(await mails(id)).toHaveLength(2);
  });

  it('is told when it is attached only afterwards', async () => {
    const found = await upload(citizen, pdf());
    await scan();
    const { id } = await file(harness, citizen, { attachmentIds: [found] });
    expect(await mails(id)).toHaveLength(1);
    const other = await file(harness, citizen, { attachmentIds: [found] });
    expect(await mails(other.id)).toEqual([]);
  });

  it('of an agency is told as such; what only officers read is told to nobody', async () => {
    const { id } = await file(harness, citizen);
    await dispose(harness, id);
    const proof = await upload(unit, await photo());
    await must(harness, unit, 'answerReport', {
      reportId: id,
      kind: 'RESULT',
      text: 'Sudah kami tambal kemarin.',
      outcome: 'SOLVED',
      attachmentIds: [proof],
    });
    await scan();
    expect((await mails(id)).map(({ facts }) => facts.sentBy)).toEqual(['AGENCY']);

    const second = await file(harness, citizen);
    await dispose(harness, second.id);
    await harness.ask(
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      `mutation { setAnswerApproval(input: { organisationId: "pemkot-13-71", mode: ALL }) { __typename } }`,
    );
    const draft = await upload(unit, pdf());
    await must(harness, unit, 'answerReport', {
      reportId: second.id,
      kind: 'RESULT',
      text: 'Sudah kami tambal kemarin.',
      outcome: 'SOLVED',
      attachmentIds: [draft],
    });
    // Nor can the reporter open it by its id.
    expect((await http.download(unit, `/files/${draft}`)).status).toBe(200);
    expect((await http.download(citizen, `/files/${draft}`)).status).toBe(404);
    expect((await http.download(actor.withGrant(second.id), `/files/${draft}`)).status).toBe(404);
    await scan();
    expect(await mails(second.id)).toEqual([]);
    await harness.test.database.pool.query('delete from answer_approval');
  });

  it('proves no result', async () => {
    const { id } = await file(harness, citizen);
    await dispose(harness, id);
    const proof = await upload(unit, await photo());
    await scan();
    expect(
      await change(harness, unit, 'answerReport', {
        reportId: id,
        kind: 'RESULT',
        text: 'Sudah kami tambal kemarin.',
        outcome: 'SOLVED',
        attachmentIds: [proof],
        requestKey: randomUUID(),
      }),
    ).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'input.attachmentIds' }] });
    expect(await harness.row('select report_id from attachment where id = $1', proof)).toEqual({
      report_id: null,
    });
  });

  it('is sealed once and told once by several replicas, also while the report is changed', async () => {
    const { id, ids } = await filed();
    await dispose(harness, id);
    harness.deps.scanner = { scan: async () => ({ found: 'Uji.Eicar' }) };
    const answers = Array.from({ length: 4 }, () =>
      must(harness, citizen, 'replyToReport', {
        reportId: id,
        text: 'Ada kabar baru?',
        requestKey: randomUUID(),
      }),
    );
    await Promise.all([...Array.from({ length: 4 }, () => scanWaitingFiles(harness.deps)), ...answers]);
    expect(
      await harness.row(
        `select count(*)::int as sealed, count(sealing_told_at)::int as told from attachment where id = any($1::uuid[]) and scan_state = 'INFECTED'`,
        ids,
      ),
    ).toEqual({ sealed: 2, told: 2 });
    expect(await mails(id)).toHaveLength(1);
    expect(
      await harness.row(
        `select count(*)::int as count from audit where action = 'FILE_SEALED_AWAY' and report_id = $1`,
        id,
      ),
    ).toEqual({ count: 2 });
  });
});
