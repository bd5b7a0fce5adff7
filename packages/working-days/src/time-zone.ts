import { Temporal } from 'temporal-polyfill';
import {
  type DayNumber,
  type LocalDate,
  dayNumberOf,
  localDateOfDay,
  millisecondsPerDay,
} from './local-day.ts';

/** A moment, as the database (`Date`) or Temporal gives it. */
export type PointInTime = Date | Temporal.Instant;

type Zone = {
  name: string;
  /** From here on the offset never changes again (all Indonesian zones since 1988). */
  fixedFrom: number;
  fixedOffset: number;
};

const zones = new Map<string, Zone>();

function readZone(name: string): Zone {
  const horizon = Temporal.Instant.from('2100-01-01T00:00:00Z').toZonedDateTimeISO(name);
  const lastChange = horizon.getTimeZoneTransition('previous');
  return {
    name,
    fixedFrom: lastChange === null ? Number.NEGATIVE_INFINITY : lastChange.epochMilliseconds,
    fixedOffset: horizon.offsetNanoseconds / 1e6,
  };
}

/** Throws `RangeError` for an unknown zone. */
function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = readZone(name);
    zones.set(name, zone);
  }
  return zone;
}

export function epochMillisecondsOf(point: PointInTime): number {
  const milliseconds = point instanceof Date ? point.getTime() : point.epochMilliseconds;
  if (Number.isNaN(milliseconds)) throw new RangeError('Not a moment: invalid Date');
  return milliseconds;
}

export function localDayAt(epochMilliseconds: number, timeZone: string): DayNumber {
  const zone = zoneOf(timeZone);
  if (epochMilliseconds >= zone.fixedFrom) {
    return Math.floor((epochMilliseconds + zone.fixedOffset) / millisecondsPerDay);
  }
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone);
  return dayNumberOf(zoned.toPlainDate().toString());
}

/** Epoch milliseconds of the first instant of a local day. */
export function startOfDay(day: DayNumber, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const milliseconds = day * millisecondsPerDay - zone.fixedOffset;
  // A day's margin, so that a midnight beside the change is left to Temporal.
  if (milliseconds - millisecondsPerDay >= zone.fixedFrom) return milliseconds;
  return Temporal.PlainDate.from(localDateOfDay(day)).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The date people at this place would write at that moment. */
export function localDateAt(point: PointInTime, timeZone: string): LocalDate {
  return localDateOfDay(localDayAt(epochMillisecondsOf(point), timeZone));
}

/** The first instant of a date at this place. */
export function startOfLocalDate(date: LocalDate, timeZone: string): Date {
  return new Date(startOfDay(dayNumberOf(date), timeZone));
}

const labels: Record<string, 'WIB' | 'WITA' | 'WIT'> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What Indonesians call the zone (Keppres 41/1987); `null` for a zone outside the country. */
export function timeZoneLabel(timeZone: string): 'WIB' | 'WITA' | 'WIT' | null {
  return labels[timeZone] ?? null;
}
