import { type DayNumber, type LocalDate, dayNumberOf, weekdayOf, weekdaysUpTo } from './local-day.ts';

export type Holiday = {
  date: LocalDate;
  name: string;
  /** All are days off: joint leave (cuti bersama) for civil servants, a regional one in one government. */
  kind: 'NATIONAL' | 'JOINT_LEAVE' | 'REGIONAL';
  /** `ESTIMATED` until the joint decree (SKB 3 Menteri) of the year is out. */
  status: 'OFFICIAL' | 'ESTIMATED';
};

/** One version of the yearly decrees, made ready for counting. Immutable; build one per version and keep it. */
export type WorkingCalendar = {
  readonly version: string;
  /** The last day of the last year with a decree. Deadlines beyond it are estimates. */
  readonly knownUntil: LocalDate;
  readonly holidays: readonly Holiday[];
  readonly internals: CalendarInternals;
};

type CalendarInternals = {
  readonly knownUntilDay: DayNumber;
  /** First day of `dayOff`. */
  readonly firstDay: DayNumber;
  /** Per day: 0 working by the decrees, 1 official day off, 2 estimated day off. Weekends are not in it. */
  readonly dayOff: Uint8Array;
  readonly names: ReadonlyMap<DayNumber, string>;
  /** Days off that fall on Monday to Friday, ascending. */
  readonly weekdayHolidays: Int32Array;
};

/**
 * Prepares a calendar. Throws `RangeError` for a date that does not exist or is named twice:
 * whoever edits holidays has to check them before a calendar is made of them.
 */
export function buildCalendar(input: {
  version: string;
  holidays: readonly Holiday[];
  knownUntil: LocalDate;
}): WorkingCalendar {
  const days = input.holidays.map((holiday) => ({ holiday, day: dayNumberOf(holiday.date) }));
  days.sort((a, b) => a.day - b.day);
  const firstDay = days[0]?.day ?? 0;
  const dayOff = new Uint8Array(days.length === 0 ? 0 : days[days.length - 1]!.day - firstDay + 1);
  const names = new Map<DayNumber, string>();
  for (const { holiday, day } of days) {
    if (names.has(day)) throw new RangeError(`Two holidays on ${holiday.date}`);
    names.set(day, holiday.name);
    dayOff[day - firstDay] = holiday.status === 'ESTIMATED' ? 2 : 1;
  }
  return Object.freeze({
    version: input.version,
    knownUntil: input.knownUntil,
    holidays: Object.freeze(days.map(({ holiday }) => holiday)),
    internals: {
      knownUntilDay: dayNumberOf(input.knownUntil),
      firstDay,
      dayOff,
      names,
      weekdayHolidays: Int32Array.from(days.map(({ day }) => day).filter((day) => weekdayOf(day) < 5)),
    },
  });
}

/**
 * The calendar of one government: the decrees of the nation and its own closing days, which explain themselves as
 * "libur daerah: …". A day that is off anyway keeps its national name. Throws `RangeError` for a date that does not exist.
 */
export function withClosingDays(
  calendar: WorkingCalendar,
  version: string,
  closingDays: readonly { date: LocalDate; name: string }[],
): WorkingCalendar {
  const taken = new Set(calendar.holidays.map(({ date }) => date));
  const added: Holiday[] = [];
  for (const { date, name } of closingDays) {
    if (taken.has(date)) continue;
    taken.add(date);
    added.push({ date, name: `libur daerah: ${name}`, kind: 'REGIONAL', status: 'OFFICIAL' });
  }
  return buildCalendar({
    version,
    knownUntil: calendar.knownUntil,
    holidays: [...calendar.holidays, ...added],
  });
}

export function isWorkingDayNumber(calendar: WorkingCalendar, day: DayNumber): boolean {
  const { dayOff, firstDay } = calendar.internals;
  // Outside the array the index is undefined: no holiday is known there.
  return weekdayOf(day) < 5 && !dayOff[day - firstDay];
}

/** Monday to Friday, minus national holidays and joint leave. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return isWorkingDayNumber(calendar, dayNumberOf(date));
}

/** Why a day is not a working day: the holiday's name (also on a weekend), else `WEEKEND`; `null` if it is one. */
export function dayOffReason(calendar: WorkingCalendar, day: DayNumber): string | null {
  return calendar.internals.names.get(day) ?? (weekdayOf(day) < 5 ? null : 'WEEKEND');
}

/** Working days up to and including `day`, from an arbitrary fixed day on: only differences mean something. */
export function workingDaysUpTo(calendar: WorkingCalendar, day: DayNumber): number {
  const holidays = calendar.internals.weekdayHolidays;
  let low = 0;
  let high = holidays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holidays[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return weekdaysUpTo(day) - low;
}
