import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomHistory } from '../../../tests/random-history.ts';
import { rules } from '../../../tests/rules.ts';
import { isTimer } from './clock-kinds.ts';
import { countDeadline } from './deadline.ts';
import { deriveClocks } from './derive-clocks.ts';
import { instantsOf } from './instants.ts';
import { statusAt, urgencyAt, type Urgency } from './status.ts';

const { calendar } = rules.calendars[0]!;
const minute = 60_000;

describe('the instants of a clock', () => {
  test('are those at which its urgency changes, and none of a time after it stopped', () => {
    fc.assert(
      fc.property(randomHistory(), (events) => {
        const { clocks, instants } = deriveClocks(events, rules);
        for (const clock of clocks) {
          const found = instants.get(clock.id)!;
          for (const { at } of found) expect(clock.stoppedAt === null || at <= clock.stoppedAt).toBe(true);
          if (isTimer(clock.kind) || clock.kind === 'OMBUDSMAN') continue;
          const deadline = countDeadline(clock, calendar);
          const urgency = (moment: number) => urgencyAt(deadline, clock.timeZone, new Date(moment));
          const changes: Record<'HALF' | 'LAST_DAY' | 'BREACH', Urgency> = {
            HALF: 'SOON',
            LAST_DAY: 'LAST_DAY',
            BREACH: 'OVERDUE',
          };
          // As if it still ran: what stopped it takes later instants away, nothing else.
          const all = instantsOf({ ...clock, stoppedAt: null }, deadline);
          for (const { kind, at } of all) {
            const becomes = changes[kind as keyof typeof changes];
            expect(urgency(at.getTime())).toBe(becomes);
            expect(urgency(at.getTime() - 1)).not.toBe(becomes);
          }
          if (!all.some(({ kind }) => kind === 'HALF'))
            for (const day of deadline.countedDays)
              for (const hour of [0, 12, 18])
                expect(urgency(Date.parse(`${day}T00:00:00+07:00`) + hour * 60 * minute)).not.toBe('SOON');
          expect(found).toEqual(all.filter(({ at }) => clock.stoppedAt === null || at <= clock.stoppedAt));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('say of a duty that it was missed exactly when its status does', () => {
    fc.assert(
      fc.property(randomHistory(), (events) => {
        const { clocks, instants } = deriveClocks(events, rules);
        const now = new Date('2027-06-01T00:00:00Z');
        for (const clock of clocks) {
          if (isTimer(clock.kind)) continue;
          const isMissed = instants.get(clock.id)!.some(({ kind, at }) => kind === 'BREACH' && at <= now);
          expect(isMissed).toBe(statusAt(clock, now) === 'MISSED');
        }
      }),
      { numRuns: 300 },
    );
  });
});
