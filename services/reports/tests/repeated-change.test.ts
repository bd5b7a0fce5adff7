import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, change, startHarness, type Harness } from './harness.ts';
import { LEAD, reportIn } from './situations.ts';

const REVEAL = `mutation ($input: RevealIdentityInput!) { revealIdentity(input: $input) { __typename ... on IdentityRevealed { name } } }`;
const reason = 'Untuk memeriksa alamat di lapangan.';
const unit = actor.officer('LIAISON_OFFICER', LEAD);

describe('a change that is sent again with its key', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const entries = async (id: string) =>
    Number((await harness.row('select count(*) as count from history where report_id = $1', id)).count);

  it('is made once, however many arrive at a time', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    const before = await entries(id);
    const input = { reportId: id, kind: 'RESULT', text: 'Sudah kami kerjakan.', requestKey: randomUUID() };
    const results = await Promise.all(
      Array.from({ length: 8 }, () => change(harness, unit, 'answerReport', input)),
    );
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0].report.state).toBe('IN_PROGRESS');
    expect(await entries(id)).toBe(before + 1);
  });

  it('answers alike after a change by which the sender lost the report', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    const input = {
      reportId: id,
      reason: 'OTHER_REGION',
      text: 'Jalan itu ada di kota lain.',
      requestKey: randomUUID(),
    };
    const first = await change(harness, unit, 'returnReport', input);
    expect(first).toMatchObject({ report: { state: 'SUBMITTED', returnCount: 1 } });
    expect(await change(harness, unit, 'returnReport', input)).toEqual(first);
  });

  it('is another change when another kind of change or another person uses the key', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    const requestKey = randomUUID();
    await change(harness, unit, 'answerReport', {
      reportId: id,
      kind: 'ACKNOWLEDGEMENT',
      text: reason,
      requestKey,
    });
    const before = await entries(id);
    expect(
      await change(harness, unit, 'answerReport', { reportId: id, kind: 'RESULT', text: reason, requestKey }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    await change(harness, actor.officer('AGENCY_ADMIN', 'pemkot-13-71'), 'answerReport', {
      reportId: id,
      kind: 'RESULT',
      text: reason,
      requestKey,
    });
    expect(await entries(id)).toBe(before + 2);
  });

  it('never opens an identity without a log of its own', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open', { reporter: { name: 'Fulan' } });
    const requestKey = randomUUID();
    const reveals = async () =>
      Number(
        (await harness.row('select count(*) as count from identity_reveal where report_id = $1', id)).count,
      );
    await change(harness, unit, 'answerReport', {
      reportId: id,
      kind: 'ACKNOWLEDGEMENT',
      text: reason,
      requestKey,
    });
    const reveal = (viewer = unit) =>
      harness.ask(viewer, REVEAL, { input: { reportId: id, reason, requestKey } });
    expect(await reveal()).toEqual({ revealIdentity: { __typename: 'IdentityRevealed', name: 'Fulan' } });
    expect(await reveals()).toBe(1);
    await reveal(actor.officer('AGENCY_ADMIN', 'pemkot-13-71'));
    expect(await reveals()).toBe(2);
    await reveal();
    expect(await reveals()).toBe(2);
  });

  it('opens no identity to somebody who has lost the report since', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open', { reporter: { name: 'Fulan' } });
    const input = { reportId: id, reason, requestKey: randomUUID() };
    await harness.ask(unit, REVEAL, { input });
    await change(harness, unit, 'returnReport', { reportId: id, reason: 'OTHER', text: reason });
    expect(await harness.ask(unit, REVEAL, { input })).toEqual({
      revealIdentity: { __typename: 'NotFound' },
    });
  });
});
