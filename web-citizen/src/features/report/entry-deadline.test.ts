import { expect, test } from 'vitest';
import type { ClockKind, HistoryKind } from '@lapor/wording';
import { deadlineOf } from './entry-deadline.ts';

const at = '2026-11-16T03:00:00.000Z';
const entry = (kind: HistoryKind, facts: Partial<Parameters<typeof deadlineOf>[0]> = {}) => ({
  kind,
  at,
  actorKind: 'OFFICER' as const,
  toOrganisation: null,
  ...facts,
});
const clock = (kind: ClockKind, facts: Partial<Parameters<typeof deadlineOf>[1][number]> = {}) => ({
  kind,
  status: 'RUNNING' as const,
  startedAt: at,
  stoppedAt: null,
  dueOn: '2026-11-24',
  organisation: null,
  ...facts,
});

test('a report that was passed on says by when that agency must act, and no other agency', () => {
  const toRoads = entry('DISPOSED', { toOrganisation: { id: 'pupr' } });
  const ofRoads = clock('FOLLOW_UP', { organisation: { id: 'pupr' } });
  expect(deadlineOf(toRoads, [ofRoads])).toEqual({ message: 'report.mustActBy', dueOn: '2026-11-24' });
  expect(deadlineOf(toRoads, [clock('FOLLOW_UP', { organisation: { id: 'dishub' } })])).toBeNull();
  // Passed on later within it: the same clock goes on.
  expect(deadlineOf({ ...toRoads, at: '2026-11-18T03:00:00.000Z' }, [ofRoads])).not.toBeNull();
});

test('what came in, was completed, appealed or returned is checked by a day', () => {
  for (const kind of ['SUBMITTED', 'COMPLETED_DATA', 'APPEALED', 'RETURNED'] as const)
    expect(deadlineOf(entry(kind), [clock('VERIFICATION')])?.message).toBe('report.by.check');
  // The clock of another check is not this one's.
  expect(
    deadlineOf(entry('SUBMITTED'), [clock('VERIFICATION', { startedAt: '2026-11-17T03:00:00.000Z' })]),
  ).toBeNull();
});

test("the reporter's word is answered by a day; the desk's starts nothing", () => {
  expect(deadlineOf(entry('REPLIED', { actorKind: 'CITIZEN' }), [clock('REPLY_TURN')])?.message).toBe(
    'report.by.answer',
  );
  expect(deadlineOf(entry('REPLIED'), [clock('REPLY_TURN')])).toBeNull();
});

test('what happens without a word from the reporter is told only while it can still happen', () => {
  expect(deadlineOf(entry('RESULT'), [clock('AUTO_CLOSE')])?.message).toBe('report.by.close');
  expect(deadlineOf(entry('RESULT'), [clock('AUTO_CLOSE', { stoppedAt: at, status: 'MET' })])).toBeNull();
  expect(deadlineOf(entry('POSTPONED'), [clock('POSTPONEMENT')])?.message).toBe('report.by.data');
});

test('a clock that no longer applies, or is not known, promises nothing', () => {
  expect(deadlineOf(entry('SUBMITTED'), [clock('VERIFICATION', { status: 'CANCELLED' })])).toBeNull();
  expect(deadlineOf(entry('SUBMITTED'), [])).toBeNull();
  expect(deadlineOf(entry('RATED'), [clock('VERIFICATION')])).toBeNull();
});
