import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must } from './situations.ts';

const DAY = 86_400_000;
const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const colleague = { ...liaison, accountId: 'rekan' };
const NEW = 'Lubang sudah ditambal seluruhnya pada 20 November.';

interface Entry {
  id: string;
  kind: string;
  text: string | null;
  reasonCode: string | null;
  corrects: { id: string; text: string | null } | null;
  correctedBy: { id: string; text: string | null } | null;
}

describe('a correction of an answer', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const historyOf = async (number: string, viewer: Viewer = actor.public): Promise<Entry[]> =>
    (
      await harness.ask(
        viewer,
        `{ report(number: "${number}") { history { id kind text reasonCode corrects { id text } correctedBy { id text } } } }`,
      )
    ).report.history;
  const answered = async (kind = 'RESULT', overrides: Record<string, unknown> = {}) => {
    const report = await file(harness, actor.citizen('akun-pelapor'));
    await dispose(harness, report.id, overrides);
    await answer(harness, report.id, kind);
    const [entry] = await historyOf(report.number);
    return { ...report, entryId: entry!.id };
  };
  const correct = (viewer: Viewer, reportId: string, entryId: string, more: Record<string, unknown> = {}) =>
    change(harness, viewer, 'correctAnswer', { reportId, entryId, text: NEW, ...more });

  it('stands beside the first words, which stay, and both are read by whoever read the answer', async () => {
    const { id, number, entryId } = await answered();
    expect(await correct(colleague, id, entryId)).toMatchObject({ __typename: 'ReportChanged' });
    const [correction, first] = await historyOf(number);
    expect(correction).toMatchObject({
      kind: 'CORRECTED',
      text: NEW,
      reasonCode: null,
      corrects: { id: entryId, text: 'Jawaban unit kepada pelapor.' },
    });
    expect(first).toMatchObject({
      kind: 'RESULT',
      text: 'Jawaban unit kepada pelapor.',
      correctedBy: { text: NEW },
    });
    const again = 'Lubang sudah ditambal, tinggal diaspal ulang.';
    await correct(liaison, id, entryId, { text: again });
    const entries = await historyOf(number);
    expect(entries.find(({ id: found }) => found === entryId)!.correctedBy!.text).toBe(again);
    expect(entries.filter(({ kind }) => kind === 'CORRECTED')).toHaveLength(2);
    expect(await verifyHistory(harness.deps.database, harness.deps.chain, id)).toBeNull();
  });

  it('says under the chain which answer it is about', async () => {
    const { id, entryId } = await answered();
    await correct(liaison, id, entryId);
    await harness.test.database.pool.query(
      `update history set reason_code = '1' where report_id = $1 and kind = 'CORRECTED'`,
      [id],
    );
    expect(await verifyHistory(harness.deps.database, harness.deps.chain, id)).not.toBeNull();
  });

  it('is possible for three days to the second, also when the reporter has said that it is settled', async () => {
    const { id, entryId } = await answered();
    await must(harness, actor.withGrant(id), 'confirmReport', { reportId: id });
    harness.clock.advance(3 * DAY);
    expect(await correct(liaison, id, entryId)).toMatchObject({ __typename: 'ReportChanged' });
    harness.clock.advance(1);
    expect(await correct(liaison, id, entryId, { text: `${NEW} Lagi.` })).toMatchObject({
      __typename: 'TransitionRefused',
      code: 'TOO_LATE',
    });
  });

  it('is the organisation’s that answered, whoever of its officers; nobody else’s', async () => {
    const { id, entryId } = await answered('PLAN', { coHandlerIds: ['opd-13-71-dishub'] });
    for (const officer of [
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      actor.officer('LIAISON_OFFICER', 'opd-13-71-dishub'),
    ])
      expect(await correct(officer, id, entryId)).toMatchObject({
        fields: [{ path: 'input.entryId', code: 'OUTSIDE_AUTHORITY' }],
      });
    for (const nobody of [
      actor.public,
      actor.withGrant(id),
      actor.nationalAdmin(),
      actor.officer('AGENCY_HEAD', LEAD),
      actor.officer('FIELD_OFFICER', LEAD),
      actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'),
    ])
      expect(await correct(nobody, id, entryId)).toMatchObject({ __typename: 'NotFound' });
  });

  it('is of answers only, of this report only, and says something new', async () => {
    const { id, number, entryId } = await answered();
    const other = await answered();
    const submitted = (await historyOf(number)).find(({ kind }) => kind === 'SUBMITTED')!;
    for (const wrong of [submitted.id, other.entryId, randomUUID()])
      expect(await correct(liaison, id, wrong)).toMatchObject({
        fields: [{ path: 'input.entryId', code: 'NOT_FOUND' }],
      });
    expect(await correct(liaison, id, entryId, { text: 'Jawaban unit kepada pelapor.' })).toMatchObject({
      fields: [{ path: 'input.text', code: 'SAME' }],
    });
    await correct(liaison, id, entryId);
    expect(await correct(liaison, id, entryId)).toMatchObject({ fields: [{ code: 'SAME' }] });
  });

  it('of a co-handler stays among the parties, as the answer did', async () => {
    const { id, number } = await answered('PLAN', { coHandlerIds: ['opd-13-71-dishub'] });
    await answer(harness, id, 'PLAN', 'opd-13-71-dishub');
    const dishub = actor.officer('LIAISON_OFFICER', 'opd-13-71-dishub');
    const [entry] = await historyOf(number, dishub);
    await correct(dishub, id, entry!.id);
    expect((await historyOf(number, dishub))[0]).toMatchObject({ kind: 'CORRECTED', text: NEW });
    expect((await historyOf(number))[0]).toMatchObject({
      kind: 'CORRECTED',
      text: null,
      corrects: { text: null },
    });
  });

  it('repeated with the same key, or by two at once who saw the same, is made once', async () => {
    const { id, number, entryId } = await answered();
    const key = { requestKey: randomUUID() };
    await Promise.all(Array.from({ length: 6 }, () => correct(liaison, id, entryId, key)));
    expect((await historyOf(number)).filter(({ kind }) => kind === 'CORRECTED')).toHaveLength(1);
    const { version } = (await harness.ask(liaison, `{ report(number: "${number}") { version } }`)).report;
    const results = await Promise.all(
      [liaison, colleague].map((viewer, index) =>
        correct(viewer, id, entryId, { text: `${NEW} ${index}`, expectedVersion: version }),
      ),
    );
    expect(results.map(({ __typename }) => __typename).toSorted()).toEqual(['ReportChanged', 'StaleReport']);
  });
});
