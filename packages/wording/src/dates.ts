import type { BasicWords } from './words.ts';

// Making a formatter is slow on a cheap phone; each is made once.
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let made = formatters.get(key);
  if (!made) formatters.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made;
}

const dayStyles = {
  /** Selasa, 24 November 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Selasa, 24 November */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 24 November 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 24 November */
  day: { day: 'numeric', month: 'long' },
  /** Sel 24 Nov: for dense tables and chips. */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Nov 26: below a chart. */
  monthShort: { month: 'short', year: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof dayStyles;

const withoutComma = (text: string, style: DayStyle) => (style === 'short' ? text.replace(',', '') : text);

/** A calendar date ("2026-11-24"), which has no zone, as people write it. */
export function formatDay(words: BasicWords, localDate: string, style: DayStyle = 'full'): string {
  const day = new Date(`${localDate}T00:00:00Z`);
  return withoutComma(formatter(words.locale, { ...dayStyles[style], timeZone: 'UTC' }).format(day), style);
}

/** The calendar date that an instant (ISO 8601, UTC) falls on in a zone, as "2026-11-24". */
export function localDateOf(instant: string | Date, timeZone: string): string {
  // Swedish writes dates as ISO does.
  return formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    new Date(instant),
  );
}

/** The calendar date after another. */
export function nextDay(localDate: string): string {
  const day = new Date(`${localDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** A promise for later serves nobody; the reports service takes none (`TOO_FAR`). */
const LONGEST_PROMISE_YEARS = 2;

/** The last day that can be promised on a day. */
export function lastPromiseDay(today: string): string {
  const last = `${Number(today.slice(0, 4)) + LONGEST_PROMISE_YEARS}${today.slice(4)}`;
  return last.endsWith('-02-29') ? last.replace(/29$/, '28') : last;
}

/** The day of an instant in a zone: "Selasa, 24 November 2026". */
export function formatDayOf(
  words: BasicWords,
  instant: string,
  timeZone: string,
  style: DayStyle = 'full',
): string {
  return formatDay(words, localDateOf(instant, timeZone), style);
}

/** "16.30", where the zone is plain: the reader's own. English writes a colon. */
export function formatHour(words: BasicWords, instant: string | Date, timeZone: string): string {
  const time = formatter(words.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return time.format(new Date(instant));
}

/** "16.30 WIB"; English, too, keeps the Indonesian name of the zone. */
export const formatTime = (words: BasicWords, instant: string | Date, timeZone: string): string =>
  `${formatHour(words, instant, timeZone)} ${zoneLabel(timeZone)}`;

/** "Kamis, 19 November 2026, 15.20 WIB". */
export function formatMoment(
  words: BasicWords,
  instant: string,
  timeZone: string,
  style: DayStyle = 'full',
): string {
  return `${formatDayOf(words, instant, timeZone, style)}, ${formatTime(words, instant, timeZone)}`;
}

// Pontianak moved from WITA to WIB in 1988: the name is asked for at a day after that.
const afterMoves = new Date(Date.UTC(2026, 0));

/** WIB, WITA or WIT; for a zone outside Indonesia what Intl says. */
export function zoneLabel(timeZone: string): string {
  const parts = formatter('id-ID', { timeZone, timeZoneName: 'short' }).formatToParts(afterMoves);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const minute = 60_000;
const steps: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60 * minute, minute, 'minute'],
  [24 * 60 * minute, 60 * minute, 'hour'],
  [31 * 24 * 60 * minute, 24 * 60 * minute, 'day'],
  [365 * 24 * 60 * minute, 30.44 * 24 * 60 * minute, 'month'],
  [Infinity, 365.25 * 24 * 60 * minute, 'year'],
];

/** Age of a past instant: "baru saja", "5 menit yang lalu", "3 hari yang lalu". */
export function formatAge(words: BasicWords, instant: string, now: Date): string {
  const age = now.getTime() - new Date(instant).getTime();
  if (age < minute) return words.justNow;
  const [, size, unit] = steps.find(([limit]) => age < limit)!;
  return new Intl.RelativeTimeFormat(words.locale).format(-Math.max(1, Math.floor(age / size)), unit);
}
