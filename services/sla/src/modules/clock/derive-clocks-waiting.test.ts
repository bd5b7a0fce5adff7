import { describe, expect, test } from 'vitest';
import {
  assigned,
  at,
  BY_CITIZEN,
  BY_DESK,
  BY_SYSTEM,
  byUnit,
  type ReportHistory,
} from '../../../tests/a-report.ts';
import { disposed, filed, lines } from '../../../tests/read-clocks.ts';
import { decrees, policyOf2025, rules } from '../../../tests/rules.ts';
import type { ClockKind } from './clock-kinds.ts';
import { deriveClocks } from './derive-clocks.ts';
import { nextDueOf } from './next-due.ts';

const nextDue = (history: ReportHistory) => nextDueOf(deriveClocks(history.events, rules).clocks);

describe('a request for information', () => {
  const asked = () => disposed().asked('2026-11-24 10:00', 'padang-pupr');

  test('pauses follow-up and resolution for ten working days at most', () => {
    // Counted: 24 | paused 25 November to 8 December | 9, 10, 11, 14
    expect(lines(asked(), 'FOLLOW_UP', '2026-12-08 23:59')).toEqual(['2026-12-14 padang-pupr PAUSED']);
    expect(lines(asked(), 'FOLLOW_UP', '2026-12-09 00:00')).toEqual(['2026-12-14 padang-pupr RUNNING']);
    expect(lines(asked(), 'RESOLUTION', '2026-12-08 23:59')).toEqual(['2026-12-29 padang-pupr PAUSED']);
    expect(lines(asked(), 'OUTER_LIMIT', '2026-12-08 23:59')).toEqual(['2027-01-19 desk RUNNING']);
    expect(lines(asked(), 'OMBUDSMAN', '2026-12-08 23:59')).toEqual(['2026-12-10 desk RUNNING']);
  });

  test('ends with the reporter’s reply, which is the agency’s turn', () => {
    const replied = asked().replied('2026-11-26 10:00'); // counted: 24, 27, 30, 1, 2
    expect(lines(replied, 'FOLLOW_UP', '2026-11-26 11:00')).toEqual(['2026-12-02 padang-pupr RUNNING']);
    expect(lines(replied, 'REPLY_TURN', '2026-11-26 11:00')).toEqual(['2026-12-03 padang-pupr RUNNING']);
  });

  test('takes no more than ten working days, however late the reply comes', () => {
    const late = asked().replied('2026-12-10 10:00');
    expect(lines(late, 'FOLLOW_UP', '2026-12-10 11:00')).toEqual(['2026-12-14 padang-pupr RUNNING']);
    const inTime = asked().replied('2026-12-08 23:59');
    expect(lines(inTime, 'FOLLOW_UP', '2026-12-10 11:00')).toEqual(['2026-12-14 padang-pupr RUNNING']);
  });

  test('of one government does not pause the clock of the next', () => {
    const moved = asked().next('2026-11-26 10:00', 'DISPOSED', {
      ...BY_DESK,
      assignments: assigned('makassar'),
    });
    expect(lines(moved, 'FOLLOW_UP', '2026-11-26 11:00').at(-1)).toBe('2026-12-03 pemkot-makassar RUNNING');
  });

  test('made again before an answer pauses nothing more', () => {
    const again = asked().asked('2026-12-08 10:00', 'padang-pupr');
    expect(lines(again, 'FOLLOW_UP', '2026-12-08 23:59')).toEqual(['2026-12-14 padang-pupr PAUSED']);
    const afterReply = asked().replied('2026-11-26 10:00').asked('2026-11-27 10:00', 'padang-pupr');
    expect(lines(afterReply, 'FOLLOW_UP', '2026-11-27 11:00')).toEqual(['2026-12-16 padang-pupr PAUSED']);
  });
});

test('POSTPONED pauses every clock, and ends the report after thirty calendar days', () => {
  const postponed = filed().next('2026-11-24 10:00', 'POSTPONED', { ...BY_DESK, state: 'POSTPONED' });
  expect(lines(postponed, 'POSTPONEMENT', '2026-11-24 11:00')).toEqual(['2026-12-24 desk RUNNING']);
  expect(lines(postponed, 'FIRST_RESPONSE', '2026-11-27 11:00')).toEqual(['2026-12-28 desk PAUSED']);
  expect(lines(postponed, 'OUTER_LIMIT', '2026-11-27 11:00')).toEqual(['2027-02-18 desk PAUSED']);
  expect(nextDue(postponed).nextDueClock).toBe('POSTPONEMENT');

  const completed = postponed.next('2026-12-01 10:00', 'COMPLETED_DATA', {
    ...BY_CITIZEN,
    state: 'SUBMITTED',
  });
  expect(lines(completed, 'POSTPONEMENT', '2026-12-01 11:00')).toEqual(['2026-12-24 desk MET']);
  // Counted: 23, 24 | 2 December
  expect(lines(completed, 'FIRST_RESPONSE', '2026-12-01 11:00')).toEqual(['2026-12-02 desk RUNNING']);
  // Seven days, 25 November to 1 December.
  expect(lines(completed, 'OUTER_LIMIT', '2026-12-01 11:00')).toEqual(['2027-01-26 desk RUNNING']);
  expect(lines(completed, 'OMBUDSMAN', '2026-12-01 11:00')).toEqual(['2026-12-17 desk RUNNING']);

  const archived = filed()
    .next('2026-11-24 10:00', 'POSTPONED', { ...BY_DESK, state: 'POSTPONED' })
    .next('2026-12-25 00:01', 'ARCHIVED', { ...BY_SYSTEM, state: 'ARCHIVED', reasonCode: 'NOT_COMPLETED' });
  expect(lines(archived, 'POSTPONEMENT', '2026-12-26 11:00')).toEqual(['2026-12-24 desk CANCELLED']);
  expect(nextDue(archived)).toEqual({ nextDueAt: null, nextDueClock: null, closesAutomaticallyAt: null });
});

describe('the reply turn', () => {
  test('starts with the first unanswered reply and ends with the answer', () => {
    const replied = disposed()
      .planned('2026-11-24 10:00', 'padang-pupr')
      .replied('2026-11-25 10:00')
      .replied('2026-11-27 10:00');
    expect(lines(replied, 'REPLY_TURN', '2026-11-27 11:00')).toEqual(['2026-12-02 padang-pupr RUNNING']);
    const acknowledged = replied.next('2026-11-30 09:00', 'ACKNOWLEDGED', byUnit('padang-pupr'));
    expect(lines(acknowledged, 'REPLY_TURN', '2026-11-30 11:00')).toEqual(['2026-12-02 padang-pupr RUNNING']);
    const answered = acknowledged.planned('2026-12-01 10:00', 'padang-pupr').replied('2026-12-02 10:00');
    expect(lines(answered, 'REPLY_TURN', '2026-12-02 11:00')).toEqual([
      '2026-12-02 padang-pupr MET',
      '2026-12-09 padang-pupr RUNNING',
    ]);
  });

  test('and the auto-close end when the desk gives the report to another government', () => {
    const moved = disposed()
      .result('2026-11-24 10:00', 'padang-pupr')
      .next('2026-11-25 10:00', 'DISPOSED', { ...BY_DESK, assignments: assigned('makassar') });
    expect(lines(moved, 'AUTO_CLOSE', '2026-11-25 11:00')).toEqual(['2026-12-08 padang-pupr CANCELLED']);
    const owing = disposed()
      .replied('2026-11-24 10:00')
      .next('2026-11-25 10:00', 'DISPOSED', { ...BY_DESK, assignments: assigned('makassar') });
    expect(lines(owing, 'REPLY_TURN', '2026-11-25 11:00')).toEqual(['2026-12-01 padang-pupr CANCELLED']);
  });

  test('is not owed by the government that gets the report next', () => {
    const moved = disposed().replied('2026-11-25 10:00').returned('2026-11-25 15:00', 'padang-pupr');
    expect(lines(moved, 'REPLY_TURN', '2026-11-26 11:00')).toEqual(['2026-12-02 padang-pupr CANCELLED']);
  });
});

describe('the Ombudsman’s clock', () => {
  test('counts the time in verification and stops with a plan of the lead', () => {
    const planned = disposed().planned('2026-12-10 23:59', 'padang-pupr');
    expect(lines(planned, 'OMBUDSMAN', '2026-12-30 11:00')).toEqual(['2026-12-10 desk MET']);
    expect(lines(disposed(), 'OMBUDSMAN', '2026-12-11 00:00')).toEqual(['2026-12-10 desk MISSED']);
  });

  test('does not gain time from an archive that was wrong', () => {
    const appealed = filed()
      .next('2026-11-24 10:00', 'ARCHIVED', { ...BY_DESK, state: 'ARCHIVED', reasonCode: 'SPAM' })
      .next('2026-12-01 10:00', 'APPEALED', { ...BY_CITIZEN, state: 'SUBMITTED' });
    expect(lines(appealed, 'OMBUDSMAN', '2026-12-01 11:00')).toEqual(['2026-12-10 desk RUNNING']);
    expect(lines(appealed, 'OUTER_LIMIT', '2026-12-01 11:00')).toEqual(['2027-01-19 desk RUNNING']);
    expect(lines(appealed, 'VERIFICATION', '2026-12-01 11:00').at(-1)).toBe('2026-12-04 desk RUNNING');
  });
});

describe('auto-close', () => {
  const resolved = () => disposed().result('2026-12-11 10:00', 'padang-pupr');

  test('runs ten working days from the last result', () => {
    // 14 to 18, 21 to 23, 28, 29: the joint leave of Christmas Eve does not count.
    expect(lines(resolved(), 'AUTO_CLOSE', '2026-12-11 11:00')).toEqual(['2026-12-29 padang-pupr RUNNING']);
    const again = resolved().result('2026-12-14 10:00', 'padang-pupr');
    expect(lines(again, 'AUTO_CLOSE', '2026-12-14 11:00')).toEqual([
      '2026-12-29 padang-pupr CANCELLED',
      '2026-12-30 padang-pupr RUNNING',
    ]);
    expect(nextDue(again)).toEqual({
      nextDueAt: at('2026-12-31 00:00'),
      nextDueClock: 'AUTO_CLOSE',
      closesAutomaticallyAt: at('2026-12-31 00:00'),
    });
  });

  test('is not started by a plan or an acknowledgement', () => {
    const planned = disposed()
      .planned('2026-11-24 10:00', 'padang-pupr')
      .next('2026-11-24 11:00', 'ACKNOWLEDGED', byUnit('padang-pupr'));
    expect(lines(planned, 'AUTO_CLOSE', '2026-11-24 12:00')).toEqual([]);
  });

  test.each([
    ['the reporter’s reply', 'REPLIED', BY_CITIZEN],
    ['the national desk’s reply', 'REPLIED', BY_DESK],
    ['a dispute', 'DISPUTED', BY_CITIZEN],
  ] as const)('stops with %s', (_, kind, change) => {
    const broken = resolved().next('2026-12-15 10:00', kind, change);
    expect(lines(broken, 'AUTO_CLOSE', '2026-12-15 11:00')).toEqual(['2026-12-29 padang-pupr CANCELLED']);
    expect(nextDue(broken).closesAutomaticallyAt).toBeNull();
  });

  test('is not stopped by the agency, and met by the closing', () => {
    const obstacle = resolved().next('2026-12-15 10:00', 'OBSTACLE', byUnit('padang-pupr'));
    expect(lines(obstacle, 'AUTO_CLOSE', '2026-12-15 11:00')).toEqual(['2026-12-29 padang-pupr RUNNING']);
    const closed = resolved().next('2026-12-30 00:01', 'COMPLETED', {
      ...BY_SYSTEM,
      state: 'COMPLETED',
      reasonCode: 'AUTOMATIC',
    });
    expect(lines(closed, 'AUTO_CLOSE', '2026-12-30 11:00')).toEqual(['2026-12-29 padang-pupr MET']);
    const confirmed = resolved().next('2026-12-15 10:00', 'CONFIRMED', { ...BY_CITIZEN, state: 'COMPLETED' });
    expect(lines(confirmed, 'AUTO_CLOSE', '2026-12-15 11:00')).toEqual(['2026-12-29 padang-pupr CANCELLED']);
  });
});

describe('what lists show', () => {
  test('is the earliest duty, the more telling one of two that end together', () => {
    expect(nextDue(filed())).toMatchObject({
      nextDueClock: 'VERIFICATION',
      nextDueAt: at('2026-11-26 00:00'),
    });
    expect(nextDue(disposed())).toMatchObject({
      nextDueClock: 'FOLLOW_UP',
      nextDueAt: at('2026-12-01 00:00'),
    });
    const planned = disposed().planned('2026-11-24 10:00', 'padang-pupr');
    expect(nextDue(planned)).toMatchObject({ nextDueClock: 'RESOLUTION', nextDueAt: at('2026-12-12 00:00') });
  });
});

describe('rules change', () => {
  test('a clock keeps the policy of the day on which it started', () => {
    const later = {
      ...policyOf2025,
      version: 'later',
      effectiveFrom: '2026-11-23',
      limits: policyOf2025.limits.map((one) => ({ ...one, limit: one.limit && { ...one.limit, days: 2 } })),
    };
    const book = { ...rules, policies: [later, policyOf2025] };
    const clocks = deriveClocks(disposed().events, book).clocks;
    const versionOf = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind)!.policyVersion;
    expect([versionOf('VERIFICATION'), versionOf('FOLLOW_UP')]).toEqual(['permen-panrb-5-2025', 'later']);
    expect(lines(disposed(), 'FOLLOW_UP', '2026-11-23 10:00', book)).toEqual([
      '2026-11-25 padang-pupr RUNNING',
    ]);
  });

  test('a new calendar moves running clocks, and those that stopped before keep theirs', () => {
    const book = { ...rules, calendars: [decrees(), decrees(2, at('2026-11-24 12:00'), ['2026-11-25'])] };
    expect(lines(disposed(), 'FOLLOW_UP', '2026-11-24 13:00', book)).toEqual([
      '2026-12-01 padang-pupr RUNNING',
    ]);
    expect(lines(disposed(), 'VERIFICATION', '2026-11-24 13:00', book)).toEqual(['2026-11-25 desk MET']);
    const calendars = deriveClocks(disposed().events, book).clocks.map(
      ({ kind, calendarId }) => `${kind} ${calendarId}`,
    );
    expect(calendars).toContain('VERIFICATION 1');
    expect(calendars).toContain('FOLLOW_UP 2');
  });
});
