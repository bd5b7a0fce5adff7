import type { DayNumber } from './local-day.ts';
import { type PointInTime, epochMillisecondsOf, localDayAt } from './time-zone.ts';

/** A span in which a clock stands still. `until` is exclusive; `null` while the pause lasts. */
export type Pause = { from: PointInTime; until: PointInTime | null };

/** Days that do not count, both ends included. */
export type PausedDays = { first: DayNumber; last: DayNumber };

/**
 * The days a pause takes away: from the day after it began to the day it ended.
 * The day on which it began still counts; the day on which it ended does not, as with any event,
 * unless it ended at midnight, when the clock ran the whole new day.
 */
export function pausedDays(
  pauses: readonly Pause[],
  timeZone: string,
  asOf: PointInTime | undefined,
): PausedDays[] {
  const spans: PausedDays[] = [];
  for (const pause of pauses) {
    const end = pause.until ?? asOf;
    if (end === undefined) throw new RangeError('A pause that still lasts needs `asOf`');
    const from = epochMillisecondsOf(pause.from);
    const until = epochMillisecondsOf(end);
    if (until <= from) continue;
    const first = localDayAt(from, timeZone) + 1;
    const last = localDayAt(until - 1, timeZone);
    if (last >= first) spans.push({ first, last });
  }
  return mergeSpans(spans);
}

function mergeSpans(spans: PausedDays[]): PausedDays[] {
  if (spans.length < 2) return spans;
  spans.sort((a, b) => a.first - b.first);
  const merged: PausedDays[] = [];
  for (const span of spans) {
    const previous = merged[merged.length - 1];
    if (previous !== undefined && span.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, span.last);
    } else {
      merged.push({ ...span });
    }
  }
  return merged;
}
