import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Period,
  covers,
  dayAfter,
  endOf,
  isInForce,
  isRunningOrComing,
  lastDayOf,
  overlap,
  startOf,
} from './period.ts';

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const offsets = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };
const instant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const zone = fc.constantFrom(...zones);
const day = instant.map((date) => date.toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc
  .tuple(instant, fc.option(fc.integer({ min: 0, max: 400 * 86_400_000 })))
  .map(([startsAt, length]) => ({
    startsAt,
    endsAt: length === null ? null : new Date(startsAt.getTime() + length),
  }));

describe('days of a post', () => {
  test('the last day ends at the midnight after it, at the place', () => {
    fc.assert(
      fc.property(day, zone, (last, timeZone) => {
        const end = endOf(last, timeZone);
        const local = new Date(end.getTime() + offsets[timeZone] * 3_600_000);
        expect(local.toISOString()).toBe(`${dayAfter(last)}T00:00:00.000Z`);
        expect(lastDayOf(end, timeZone)).toBe(last);
      }),
    );
  });

  test('a post from a day begins with it, or at once when it has begun', () => {
    fc.assert(
      fc.property(day, instant, zone, (first, now, timeZone) => {
        const start = startOf(first, now, timeZone);
        const midnight = new Date(Date.parse(`${first}T00:00:00Z`) - offsets[timeZone] * 3_600_000);
        expect(start).toEqual(midnight > now ? midnight : now);
      }),
    );
    const now = new Date('2026-11-20T02:40:00Z');
    expect(startOf(null, now, 'Asia/Jakarta')).toBe(now);
  });

  test('year ends and leap days are days like others', () => {
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28'), dayAfter('2028-02-29')]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2028-03-01',
    ]);
  });
});

describe('periods', () => {
  test('overlap when some instant is in force in both', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const later = a.startsAt > b.startsAt ? a.startsAt : b.startsAt;
        // If any instant is in both, the later beginning is.
        expect(overlap(a, b)).toBe(isInForce(a, later) && isInForce(b, later));
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });

  test('one covers another when all of the other is in it', () => {
    fc.assert(
      fc.property(period, period, instant, (a, b, at) => {
        if (covers(a, b) && isInForce(b, at)) expect(isInForce(a, at)).toBe(true);
        if (!b.endsAt && a.endsAt) expect(covers(a, b)).toBe(false);
      }),
    );
  });

  test('what is in force is running, and what has begun runs until it ends', () => {
    fc.assert(
      fc.property(period, instant, (a, at) => {
        if (isInForce(a, at)) expect(isRunningOrComing(a, at)).toBe(true);
        if (isRunningOrComing(a, at) && a.startsAt <= at) expect(isInForce(a, at)).toBe(true);
      }),
    );
  });
});
