import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyHistory } from '../src/index.ts';
import { forgetAttempts } from '../src/jobs/forget-attempts.ts';
import { removeStaleUploads } from '../src/jobs/remove-stale-uploads.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, must, reportIn } from './situations.ts';

const DAY = 86_400_000;
const text = 'Alasan yang cukup panjang.';
const desk = actor.nationalAdmin();

describe('what the clocks bring about', () => {
  let harness: Harness;
  let eventId = 0;
  const start = new Date('2026-11-20T02:40:00Z');
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  beforeEach(() => harness.clock.set(start));

  const due = async (
    reportId: string,
    clock: 'AUTO_CLOSE' | 'POSTPONEMENT',
    { days = 10, sequence }: { days?: number; sequence?: number } = {},
  ) => {
    const dueAt = new Date(start.getTime() + days * DAY).toISOString();
    const known =
      sequence ?? (await harness.row('select sequence from report where id = $1', reportId)).sequence;
    return harness.service.receiveEvents('sla', [
      {
        id: ++eventId,
        stream: reportId,
        type: 'clock.due-reached',
        occurredAt: dueAt,
        payload: { reportId, clock, dueAt, sequence: known },
      },
    ]);
  };
  const stateOf = async (id: string) =>
    (await harness.row('select state from report where id = $1', id)).state;

  it('closes at the due instant, however late it is found, with a history that holds', async () => {
    const { id } = await reportIn(harness, 'IN_PROGRESS', 'open');
    harness.clock.advance(40 * DAY);
    expect(await due(id, 'AUTO_CLOSE')).toEqual({ failed: [] });
    expect(await harness.row('select state, ended_at, closing_code from report where id = $1', id)).toEqual({
      state: 'COMPLETED',
      ended_at: new Date(start.getTime() + 10 * DAY),
      closing_code: 'AUTOMATIC',
    });
    expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
  });

  it('counts from the last result: one that the clocks had not heard of yet keeps the report open', async () => {
    const { id } = await reportIn(harness, 'IN_PROGRESS', 'open');
    const { sequence } = await harness.row('select sequence from report where id = $1', id);
    harness.clock.advance(9 * DAY);
    await answer(harness, id, 'RESULT');
    await due(id, 'AUTO_CLOSE', { sequence });
    expect(await stateOf(id)).toBe('IN_PROGRESS');
    await due(id, 'AUTO_CLOSE', { days: 23 });
    expect(await stateOf(id)).toBe('COMPLETED');
  });

  it('closes nothing at an instant before the last result', async () => {
    const { id } = await reportIn(harness, 'IN_PROGRESS', 'open');
    await due(id, 'AUTO_CLOSE', { days: 0 });
    expect(await stateOf(id)).toBe('IN_PROGRESS');
  });

  it.each(['ACKNOWLEDGEMENT', 'PLAN', 'OBSTACLE'])('is never started by an %s', async (kind) => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    await answer(harness, id, kind);
    const before = await stateOf(id);
    await due(id, 'AUTO_CLOSE');
    expect(await stateOf(id)).toBe(before);
  });

  it('is stopped by a word of the reporter or of the national desk, and by a dispute', async () => {
    const words = [
      async (id: string) =>
        void (await must(harness, actor.withGrant(id), 'replyToReport', { reportId: id, text })),
      async (id: string) => void (await must(harness, desk, 'replyToReport', { reportId: id, text })),
      async (id: string) => {
        await must(harness, actor.withGrant(id), 'confirmReport', { reportId: id });
        await must(harness, actor.withGrant(id), 'disputeReport', { reportId: id, text });
      },
      async (id: string) => {
        await must(harness, actor.withGrant(id), 'confirmReport', { reportId: id });
        await must(harness, actor.withGrant(id), 'rateReport', { reportId: id, score: 2 });
      },
    ];
    for (const speak of words) {
      const { id } = await reportIn(harness, 'IN_PROGRESS', 'open');
      await speak(id);
      await due(id, 'AUTO_CLOSE');
      expect(await stateOf(id)).toBe('IN_PROGRESS');
    }
  });

  it('archives what was not completed, though somebody added protection meanwhile', async () => {
    const { id } = await reportIn(harness, 'POSTPONED', 'open');
    harness.clock.advance(31 * DAY);
    await must(harness, desk, 'flagReport', { reportId: id, confidential: true, reason: text });
    await due(id, 'POSTPONEMENT', { days: 30 });
    expect(
      await harness.row('select state, archive_code, missing_data from report where id = $1', id),
    ).toEqual({
      state: 'ARCHIVED',
      archive_code: 'NOT_COMPLETED',
      missing_data: null,
    });
  });

  it('gives a second postponement its own 30 days', async () => {
    const { id } = await reportIn(harness, 'POSTPONED', 'open');
    const { sequence } = await harness.row('select sequence from report where id = $1', id);
    harness.clock.advance(20 * DAY);
    await must(harness, actor.withGrant(id), 'completeReportData', { reportId: id, text });
    await must(harness, desk, 'postponeReport', { reportId: id, missingData: text });
    await due(id, 'POSTPONEMENT', { days: 30, sequence });
    expect(await stateOf(id)).toBe('POSTPONED');
  });

  it('passes over an unknown report and a state in which it does not apply', async () => {
    expect(await due('018f0000-0000-7000-8000-000000000000', 'AUTO_CLOSE', { sequence: 1 })).toEqual({
      failed: [],
    });
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    await due(id, 'POSTPONEMENT', { days: 30 });
    expect(await stateOf(id)).toBe('DISPOSED');
  });

  it('lets nobody reopen after 14 days, counted from the due instant', async () => {
    const { id } = await reportIn(harness, 'IN_PROGRESS', 'open');
    harness.clock.advance(10 * DAY);
    await due(id, 'AUTO_CLOSE');
    const dispute = async () => {
      const viewer = actor.withGrant(id);
      const { result } = await harness.ask(
        viewer,
        `mutation ($input: DisputeReportInput!) { result: disputeReport(input: $input) { __typename ... on UserError { code } } }`,
        { input: { reportId: id, text } },
      );
      return result;
    };
    harness.clock.set(new Date(start.getTime() + 24 * DAY + 1));
    expect(await dispute()).toEqual({ __typename: 'TransitionRefused', code: 'TOO_LATE' });
    harness.clock.set(new Date(start.getTime() + 24 * DAY));
    expect(await dispute()).toEqual({ __typename: 'ReportChanged' });
  });

  it('copies due dates, and never an older one over a newer', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    const tell = (day: number, sequence: number) =>
      harness.service.receiveEvents('sla', [
        {
          id: ++eventId,
          stream: id,
          type: 'clock.next-due-changed',
          occurredAt: start.toISOString(),
          payload: {
            reportId: id,
            nextDueAt: new Date(start.getTime() + day * DAY).toISOString(),
            nextDueClock: 'FOLLOW_UP',
            closesAutomaticallyAt: null,
            sequence,
          },
        },
      ]);
    await tell(5, 2);
    await tell(3, 1);
    const wanted = new Date(start.getTime() + 5 * DAY);
    expect(await harness.row('select next_due_at from report where id = $1', id)).toEqual({
      next_due_at: wanted,
    });
    expect(
      await harness.test.database.query(
        'copies',
        'select distinct next_due_at from inbox_entry where report_id = $1',
        [id],
      ),
    ).toEqual([{ next_due_at: wanted }]);
  });

  it('forgets the sources of attempts once their window is over', async () => {
    const kept = () => harness.row('select count(*)::int as sources from rate_limit');
    await file(harness, { ...actor.public, source: 'sumber' });
    expect(await kept()).toEqual({ sources: 1 });
    harness.clock.advance(3_600_000 - 1);
    expect(await forgetAttempts(harness.deps)).toBe(0);
    harness.clock.advance(1);
    expect(await forgetAttempts(harness.deps)).toBe(1);
    expect(await kept()).toEqual({ sources: 0 });
  });

  it('removes uploads that nobody attached, with their files, and no others', async () => {
    const key = 'aa/upload';
    await harness.deps.files.put(key, Buffer.from('x'));
    const insert = (id: string, reportId: string | null) =>
      harness.test.database.query(
        'upload',
        `insert into attachment (id, report_id, uploader_hash, file_name, kind, media_type, size_bytes, is_published_with_report, storage_key, uploaded_at)
         values ($1, $2, '\\x00', 'f', 'PHOTO', 'image/jpeg', 1, true, $3, $4)`,
        [id, reportId, key, start],
      );
    const { id } = await file(harness);
    await insert('018f0000-0000-7000-8000-000000000001', null);
    await insert('018f0000-0000-7000-8000-000000000002', id);
    harness.clock.advance(2 * DAY);
    expect(await removeStaleUploads(harness.deps)).toBe(0);
    harness.clock.advance(1);
    expect(await removeStaleUploads(harness.deps)).toBe(1);
    await expect(harness.deps.files.get(key)).rejects.toThrow();
    expect(await harness.row('select count(*)::int as left from attachment')).toEqual({ left: 1 });
  });
});
