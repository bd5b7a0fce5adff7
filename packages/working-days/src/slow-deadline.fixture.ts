import { Temporal } from 'temporal-polyfill';
import type { Holiday } from './calendar.ts';
import type { Deadline } from './deadline.ts';

type Span = { from: Date; until: Date };

/**
 * The rules of the README once more, as slowly and plainly as they can be said: one local day after the other, each asked from scratch
 * through Temporal. Shares nothing with the engine but the shape of the answer.
 */
export function slowDeadline(
  { holidays, knownUntil }: { holidays: readonly Holiday[]; knownUntil: string },
  startedAt: Date,
  amount: number,
  timeZone: string,
  unit: 'WORKING' | 'CALENDAR',
  pauses: readonly Span[] = [],
): Deadline {
  const local = (moment: Date) =>
    Temporal.Instant.from(moment.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate();
  const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  /** After the day on which a pause began, up to the day on which it ended; a pause that ends at midnight leaves the new day alone. */
  const isPaused = (day: Temporal.PlainDate) =>
    pauses.some(
      ({ from, until }) =>
        from < until && Temporal.PlainDate.compare(day, local(from)) > 0 && midnight(day) < until,
    );
  const startedOn = local(startedAt);
  const countedDays: string[] = [];
  const skippedDays: { date: string; reason: string }[] = [];
  let isEstimated = false;
  let day = startedOn;
  while (countedDays.length < amount) {
    day = day.add({ days: 1 });
    const date = day.toString();
    const holiday = holidays.find((one) => one.date === date);
    const isOff = unit === 'WORKING' && (holiday !== undefined || day.dayOfWeek > 5);
    if (isOff) {
      skippedDays.push({ date, reason: holiday?.name ?? 'WEEKEND' });
      if (holiday?.status === 'ESTIMATED') isEstimated = true;
    } else if (isPaused(day)) skippedDays.push({ date, reason: 'PAUSED' });
    else countedDays.push(date);
  }
  const dueOn = day.toString();
  return {
    startedOn: startedOn.toString(),
    dueOn,
    dueAt: midnight(day.add({ days: 1 })),
    countedDays,
    skippedDays,
    isEstimated: unit === 'WORKING' && (isEstimated || dueOn > knownUntil),
  };
}
