import { type WorkingCalendar, dayOffReason, isWorkingDayNumber } from './calendar.ts';
import { type LocalDate, localDateOfDay } from './local-day.ts';
import { type Pause, type PausedDays, pausedDays } from './pause.ts';
import { type PointInTime, epochMillisecondsOf, localDayAt, startOfDay } from './time-zone.ts';

/** `reason`: the holiday's name, `WEEKEND`, or `PAUSED` for a day that would have counted had the clock run. */
export type SkippedDay = { date: LocalDate; reason: string };

/** A deadline with the days that led to it. Counted and skipped days together are all days after the start. */
export type Deadline = {
  /** The local date of the event; not counted. */
  startedOn: LocalDate;
  /** The last day, what people read. */
  dueOn: LocalDate;
  /** Exclusive end: the midnight after `dueOn` at the place of the clock. */
  dueAt: Date;
  countedDays: LocalDate[];
  skippedDays: SkippedDay[];
  /** Reaches beyond the published decrees, or stepped over an estimated holiday. */
  isEstimated: boolean;
};

export type DeadlineOptions = {
  pauses?: readonly Pause[];
  /** For a pause that still lasts: the answer is what the deadline would be if it ended at this moment. */
  asOf?: PointInTime;
};

// Far more than any clock has; keeps a slip of units from looping for minutes.
const amountAtMost = 10_000;

/**
 * The end of the `amount`-th working day after the day of the event, in the time zone of the clock's owner
 * (Perpres 76/2013 and Permen PANRB 5/2025 count in "hari kerja").
 * Throws `RangeError` if `amount` is not a whole number from 1 to 10,000 or the zone is unknown.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  startedAt: PointInTime,
  amount: number,
  timeZone: string,
  options: DeadlineOptions = {},
): Deadline {
  return countDays(calendar, startedAt, amount, timeZone, options, true);
}

/** The end of the `amount`-th day of any kind after the day of the event; may fall on a weekend or holiday. */
export function addCalendarDays(
  calendar: WorkingCalendar,
  startedAt: PointInTime,
  amount: number,
  timeZone: string,
  options: DeadlineOptions = {},
): Deadline {
  return countDays(calendar, startedAt, amount, timeZone, options, false);
}

const noPauses: readonly PausedDays[] = [];

function countDays(
  calendar: WorkingCalendar,
  startedAt: PointInTime,
  amount: number,
  timeZone: string,
  options: DeadlineOptions,
  onlyWorkingDays: boolean,
): Deadline {
  if (!Number.isInteger(amount) || amount < 1 || amount > amountAtMost) {
    throw new RangeError(`Not a number of days from 1 to ${amountAtMost}: ${amount}`);
  }
  const paused =
    options.pauses === undefined || options.pauses.length === 0
      ? noPauses
      : pausedDays(options.pauses, timeZone, options.asOf);
  const startDay = localDayAt(epochMillisecondsOf(startedAt), timeZone);
  const { dayOff, firstDay, knownUntilDay } = calendar.internals;
  const countedDays: LocalDate[] = [];
  const skippedDays: SkippedDay[] = [];
  let metEstimate = false;
  let pause = 0;
  let day = startDay;
  while (countedDays.length < amount) {
    day += 1;
    while (pause < paused.length && paused[pause]!.last < day) pause += 1;
    const isPaused = pause < paused.length && paused[pause]!.first <= day;
    const isOff = onlyWorkingDays && !isWorkingDayNumber(calendar, day);
    if (!isOff && !isPaused) {
      countedDays.push(localDateOfDay(day));
      continue;
    }
    if (isOff && dayOff[day - firstDay] === 2) metEstimate = true;
    skippedDays.push({
      date: localDateOfDay(day),
      reason: isOff ? (dayOffReason(calendar, day) ?? 'WEEKEND') : 'PAUSED',
    });
  }
  return {
    startedOn: localDateOfDay(startDay),
    dueOn: localDateOfDay(day),
    dueAt: new Date(startOfDay(day + 1, timeZone)),
    countedDays,
    skippedDays,
    isEstimated: onlyWorkingDays && (day > knownUntilDay || metEstimate),
  };
}
