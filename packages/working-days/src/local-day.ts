/** A calendar date without time or zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Days since 1970-01-01; the form in which the calendar counts. */
export type DayNumber = number;

export const millisecondsPerDay = 86_400_000;

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Throws `RangeError` for anything that is not a date of the Gregorian calendar. */
export function dayNumberOf(date: LocalDate): DayNumber {
  const milliseconds = shape.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse rolls 30 February over into March instead of refusing it.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${JSON.stringify(date)}`);
  }
  return milliseconds / millisecondsPerDay;
}

// Deadlines name the same few thousand days again and again: writing a date costs more than all the counting.
const written = new Map<DayNumber, LocalDate>();
const writtenAtMost = 40_000;

export function localDateOfDay(day: DayNumber): LocalDate {
  let date = written.get(day);
  if (date === undefined) {
    date = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
    if (written.size < writtenAtMost) written.set(day, date);
  }
  return date;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: DayNumber): number {
  const shifted = (day + 3) % 7; // 1970-01-01 was a Thursday
  return shifted < 0 ? shifted + 7 : shifted;
}

/** Mondays to Fridays from the Monday before 1970-01-01 up to and including `day`; negative before it. */
export function weekdaysUpTo(day: DayNumber): number {
  const weeks = Math.floor((day + 3) / 7);
  return weeks * 5 + Math.min(weekdayOf(day) + 1, 5);
}
