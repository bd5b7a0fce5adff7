import fc from 'fast-check';
import { localDateAt, startOfLocalDate } from '@lapor/working-days';
import { describe, expect, test } from 'vitest';
import { randomHistory } from '../../../tests/random-history.ts';
import { decrees, rules } from '../../../tests/rules.ts';
import { deriveClocks } from './derive-clocks.ts';

const check = (property: (events: Parameters<typeof deriveClocks>[0]) => void, numRuns = 400) =>
  fc.assert(fc.property(randomHistory(), property), { numRuns });
const DAY = 86_400_000;

describe('whatever happens to a report', () => {
  test('each clock ends at a midnight of its place, stops after it starts, and only follow-ups run side by side', () => {
    check((events) => {
      const { clocks } = deriveClocks(events, rules);
      expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
      for (const { dueAt, timeZone, startedAt, stoppedAt, outcome } of clocks) {
        expect(startOfLocalDate(localDateAt(dueAt, timeZone), timeZone)).toEqual(dueAt);
        expect(stoppedAt === null).toBe(outcome === null);
        if (stoppedAt) expect(stoppedAt.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
      }
      const running = clocks.filter(({ kind, stoppedAt }) => kind !== 'FOLLOW_UP' && stoppedAt === null);
      expect(new Set(running.map(({ kind }) => kind)).size).toBe(running.length);
    });
  });

  test('what a state needs runs, and nothing runs once it is closed', () => {
    check((events) => {
      const { clocks } = deriveClocks(events, rules);
      const running = new Set<string>(
        clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ kind }) => kind),
      );
      const { state } = events.at(-1)!;
      expect(running.has('VERIFICATION')).toBe(state === 'SUBMITTED');
      expect(running.has('POSTPONEMENT')).toBe(state === 'POSTPONED');
      if (state === 'COMPLETED' || state === 'ARCHIVED') expect([...running]).toEqual([]);
      if (running.has('AUTO_CLOSE')) expect(state).toBe('IN_PROGRESS');
    });
  });

  test('no resolution ends after the outer limit, and the outer limit is sixty days and what POSTPONED took', () => {
    check((events) => {
      const { clocks, history } = deriveClocks(events, rules);
      const outer = clocks.find(({ kind }) => kind === 'OUTER_LIMIT')!;
      for (const clock of clocks)
        if (clock.kind === 'RESOLUTION')
          expect(clock.dueAt.getTime()).toBeLessThanOrEqual(outer.dueAt.getTime());
      const postponed = history.postponements.reduce(
        (sum, { from, until }) =>
          sum + ((until?.getTime() ?? from.getTime() + 31 * DAY) - from.getTime()) / DAY,
        0,
      );
      const days = (outer.dueAt.getTime() - new Date(events[0]!.submittedAt).getTime()) / DAY;
      expect(days).toBeGreaterThan(60);
      expect(days).toBeLessThan(61 + postponed + history.postponements.length);
    });
  });

  test('a request for information never brings a deadline forward', () => {
    check((events) => {
      const without = events.filter(({ kind }) => kind !== 'INFORMATION_REQUESTED');
      const dueOf = new Map(
        deriveClocks(without, rules).clocks.map(({ id, dueAt }) => [id, dueAt.getTime()]),
      );
      for (const { id, kind, dueAt } of deriveClocks(events, rules).clocks)
        if (kind === 'FOLLOW_UP' || kind === 'RESOLUTION')
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(dueOf.get(id)!);
    });
  });

  test('a longer wait in POSTPONED never brings a deadline forward', () => {
    fc.assert(
      fc.property(randomHistory(), fc.integer({ min: 1, max: 20 }), (events, days) => {
        const at = events.findIndex(
          ({ stateBefore, state }) => stateBefore === 'POSTPONED' && state === 'SUBMITTED',
        );
        if (at < 0) return;
        // Everything from the completion on happens later by as many days.
        const later = events.map((event, index) =>
          index < at ? event : { ...event, at: new Date(Date.parse(event.at) + days * DAY).toISOString() },
        );
        const outerOf = (history: typeof events) =>
          deriveClocks(history, rules)
            .clocks.find(({ kind }) => kind === 'OUTER_LIMIT')!
            .dueAt.getTime();
        expect(outerOf(later)).toBeGreaterThanOrEqual(outerOf(events));
      }),
      { numRuns: 400 },
    );
  });

  test('what happens next never changes when a clock started, nor makes one disappear', () => {
    check((events) => {
      const whole = new Map(deriveClocks(events, rules).clocks.map((clock) => [clock.id, clock]));
      for (let length = 1; length < events.length; length++)
        for (const clock of deriveClocks(events.slice(0, length), rules).clocks)
          expect(whole.get(clock.id)?.startedAt).toEqual(clock.startedAt);
    }, 150);
  });

  test('a new calendar changes no clock that stopped before it', () => {
    fc.assert(
      fc.property(randomHistory(), fc.nat(200 * DAY), (events, after) => {
        const importedAt = new Date(Date.parse(events[0]!.at) + after);
        const day = localDateAt(new Date(importedAt.getTime() + 3 * DAY), 'Asia/Jakarta');
        if (rules.calendars[0]!.calendar.holidays.some(({ date }) => date === day)) return;
        const book = { ...rules, calendars: [decrees(), decrees(2, importedAt, [day])] };
        const before = new Map(deriveClocks(events, rules).clocks.map((clock) => [clock.id, clock]));
        for (const clock of deriveClocks(events, book).clocks) {
          if (clock.stoppedAt && clock.stoppedAt < importedAt) expect(clock).toEqual(before.get(clock.id));
          else expect(clock.calendarId).toBe(2);
        }
      }),
      { numRuns: 200 },
    );
  });
});
