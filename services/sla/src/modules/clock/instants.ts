import { startOfLocalDate } from '@lapor/working-days';
import { isTimer, type DerivedClock } from './clock-kinds.ts';
import { endOfLocalDate, type ClockDeadline } from './deadline.ts';

/** An instant at which a clock has something to say. */
export interface ClockInstant {
  kind: 'HALF' | 'LAST_DAY' | 'BREACH' | 'RUN_OUT';
  at: Date;
}

const HALF_A_DAY_MILLISECONDS = 43_200_000;

/**
 * The instants of a clock, as far as it ran that long. A duty warns when half of its counted days are used and when its last day begins, and
 * is missed at its end; the Ombudsman's clock only ends: what it waits for is due earlier by the follow-up.
 */
export function instantsOf(
  { kind, stoppedAt, timeZone }: Pick<DerivedClock, 'kind' | 'stoppedAt' | 'timeZone'>,
  deadline: ClockDeadline,
): ClockInstant[] {
  if (isTimer(kind)) return stoppedAt === null ? [{ kind: 'RUN_OUT', at: deadline.dueAt }] : [];
  const lastDay = startOfLocalDate(deadline.dueOn, timeZone);
  const half = halfOf(deadline.countedDays, timeZone);
  const instants: ClockInstant[] = [{ kind: 'BREACH', at: deadline.dueAt }];
  if (kind !== 'OMBUDSMAN') {
    instants.unshift({ kind: 'LAST_DAY', at: lastDay });
    // A deadline of a day or two has no half before its last day.
    if (half !== null && half < lastDay) instants.unshift({ kind: 'HALF', at: half });
  }
  return instants.filter(({ at }) => stoppedAt === null || at <= stoppedAt);
}

/** When half of the counted days have passed, the middle one by its hours: the first instant at which the clock is SOON. */
function halfOf(countedDays: readonly string[], timeZone: string): Date | null {
  const { length } = countedDays;
  const middle = countedDays[Math.floor((length - 1) / 2)];
  if (middle === undefined) return null;
  if (length % 2 === 0) return endOfLocalDate(middle, timeZone);
  return new Date(startOfLocalDate(middle, timeZone).getTime() + HALF_A_DAY_MILLISECONDS);
}
