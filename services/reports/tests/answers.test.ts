import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '../src/index.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, REPORTER } from './situations.ts';

const text = 'Lubang sudah ditambal seluruhnya.';
const reason = 'Pekerjaan di dalam tanah, tidak terlihat.';
const unit = actor.officer('LIAISON_OFFICER', LEAD);

describe('an answer', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const disposed = async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, id);
    return id;
  };
  const answer = (id: string, fields: Record<string, unknown>) =>
    change(harness, unit, 'answerReport', { reportId: id, text, ...fields });
  const newest = async (id: string, viewer = actor.public) => {
    const { number } = await harness.row('select number from report where id = $1', id);
    const { report } = await harness.ask(
      viewer,
      'query ($number: String!) { report(number: $number) { history { kind reasonCode outcome noProofReason obstacleReason promisedOn } } }',
      { number },
    );
    return report.history[0];
  };
  const faults = async (id: string, fields: Record<string, unknown>) =>
    ((await answer(id, fields)).fields ?? []).map(
      ({ path, code }: { path: string; code: string }) => `${path} ${code}`,
    );

  it('with a result says how it ended, and proves it or says why not', async () => {
    const id = await disposed();
    expect(await faults(id, { kind: 'RESULT', outcome: null, noProofReason: null })).toEqual([
      'input.outcome REQUIRED',
      'input.noProofReason REQUIRED',
    ]);
    expect(await faults(id, { kind: 'RESULT', noProofReason: 'Pendek' })).toEqual([
      'input.noProofReason TOO_SHORT',
    ]);
    expect(await faults(id, { kind: 'RESULT', attachmentIds: [randomUUID()] })).toEqual([
      'input.attachmentIds NOT_FOUND',
    ]);
    expect((await harness.row('select sequence from report where id = $1', id)).sequence).toBe(2);

    const given = { kind: 'RESULT', outcome: 'PARTLY_SOLVED', noProofReason: reason };
    expect(await answer(id, given)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await newest(id)).toMatchObject({
      kind: 'RESULT',
      outcome: 'PARTLY_SOLVED',
      noProofReason: reason,
      obstacleReason: null,
    });
  });

  it('with an obstacle says what stands in the way, and promises a later day', async () => {
    const id = await disposed();
    expect(await faults(id, { kind: 'OBSTACLE', obstacleReason: null })).toEqual([
      'input.promisedOn REQUIRED',
      'input.obstacleReason REQUIRED',
    ]);
    // The clock stands at 20 November in Padang.
    expect(await faults(id, { kind: 'OBSTACLE', promisedOn: '2026-11-20' })).toEqual([
      'input.promisedOn IN_THE_PAST',
    ]);
    await answer(id, { kind: 'OBSTACLE', obstacleReason: 'BUDGET', promisedOn: '2026-11-21' });
    expect(await newest(id)).toMatchObject({
      kind: 'OBSTACLE',
      obstacleReason: 'BUDGET',
      outcome: null,
      noProofReason: null,
      promisedOn: '2026-11-21',
    });
  });

  it('of a co-handler keeps the reason for missing proof among the parties', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, id, { coHandlerIds: ['opd-13-71-dishub'] });
    await change(harness, actor.officer('LIAISON_OFFICER', 'opd-13-71-dishub'), 'answerReport', {
      reportId: id,
      kind: 'RESULT',
      text,
      noProofReason: reason,
    });
    expect(await newest(id)).toMatchObject({ outcome: 'SOLVED', noProofReason: null });
    expect(await newest(id, actor.citizen(REPORTER))).toMatchObject({ noProofReason: reason });
  });

  it('tells the deadlines how it ended', async () => {
    const id = await disposed();
    await answer(id, { kind: 'RESULT', outcome: 'CANNOT_BE_SOLVED' });
    const told = (await harness.events('report.transitioned')).filter(
      ({ payload }) => payload.reportId === id,
    );
    expect(told.at(-1)!.payload).toMatchObject({ kind: 'RESULT', reasonCode: 'CANNOT_BE_SOLVED' });
    expect(JSON.stringify(told)).not.toContain('Tidak ada yang dapat difoto');
  });

  it('cannot have its reason for missing proof changed behind its back', async () => {
    const id = await disposed();
    await answer(id, { kind: 'RESULT' });
    const holds = () => verifyHistory(harness.test.database, harness.deps.chain, id);
    expect(await holds()).toBeNull();
    await harness.row(
      `update history set no_proof_reason = 'lain' where report_id = $1 and kind = 'RESULT'`,
      id,
    );
    expect(await holds()).toBe(3);
    await harness.row(
      `update history set text = null, no_proof_reason = null where report_id = $1 and kind = 'RESULT'`,
      id,
    );
    expect(await holds()).toBeNull();
  });
});
