import { describe, expect, test } from 'vitest';
import {
  formatAge,
  formatDay,
  formatDayOf,
  formatMoment,
  formatTime,
  localDateOf,
  lastPromiseDay,
  nextDay,
  zoneLabel,
} from './dates.ts';
import { words as en } from './en.ts';
import { words as id } from './id.ts';

test('a calendar date reads as people write it, whatever the zone of the process', () => {
  expect(formatDay(id, '2026-11-24')).toBe('Selasa, 24 November 2026');
  expect(formatDay(id, '2026-11-24', 'weekday')).toBe('Selasa, 24 November');
  expect(formatDay(id, '2026-11-24', 'date')).toBe('24 November 2026');
  expect(formatDay(id, '2026-11-24', 'short')).toBe('Sel 24 Nov');
  expect(formatDay(en, '2026-11-24')).toMatch(/^Tuesday,? 24 November 2026$/);
});

test('an instant falls on the day of the zone that is asked for', () => {
  const lateInJakarta = '2026-12-31T16:30:00.000Z';
  expect(formatDayOf(id, lateInJakarta, 'Asia/Jakarta')).toBe('Kamis, 31 Desember 2026');
  expect(formatDayOf(id, lateInJakarta, 'Asia/Makassar')).toBe('Jumat, 1 Januari 2027');
  expect(localDateOf(lateInJakarta, 'Asia/Jayapura')).toBe('2027-01-01');
  expect(['2026-11-30', '2026-12-31', '2028-02-28'].map(nextDay)).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2028-02-29',
  ]);
});

test('the time stands with a full stop and the name of its zone', () => {
  expect(formatTime(id, '2026-11-20T09:30:00.000Z', 'Asia/Jakarta')).toBe('16.30 WIB');
  expect(formatTime(id, '2026-11-19T17:05:00.000Z', 'Asia/Jakarta')).toBe('00.05 WIB');
  expect(formatTime(en, '2026-11-20T09:30:00.000Z', 'Asia/Jayapura')).toBe('18:30 WIT');
  expect(formatMoment(id, '2026-11-19T08:20:00.000Z', 'Asia/Jakarta')).toBe(
    'Kamis, 19 November 2026, 15.20 WIB',
  );
});

test('the three zones have their Indonesian names', () => {
  expect(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'].map(zoneLabel)).toEqual([
    'WIB',
    'WIB',
    'WITA',
    'WIT',
  ]);
});

describe('age', () => {
  const now = new Date('2026-11-20T02:40:00.000Z');
  test.each([
    ['2026-11-20T02:39:31.000Z', 'baru saja'],
    ['2026-11-20T02:35:00.000Z', '5 menit yang lalu'],
    ['2026-11-20T00:10:00.000Z', '2 jam yang lalu'],
    ['2026-11-17T02:40:00.000Z', '3 hari yang lalu'],
    ['2026-09-15T02:40:00.000Z', '2 bulan yang lalu'],
    ['2024-09-15T02:40:00.000Z', '2 tahun yang lalu'],
  ])('%s is %s', (instant, expected) => expect(formatAge(id, instant, now)).toBe(expected));

  test('a device whose clock is behind does not speak of the future', () =>
    expect(formatAge(id, '2026-11-20T02:45:00.000Z', now)).toBe('baru saja'));
});

test('the last day that can be promised lies two years ahead, and exists', () => {
  expect(['2026-11-22', '2027-01-01', '2028-02-29'].map(lastPromiseDay)).toEqual([
    '2028-11-22',
    '2029-01-01',
    '2030-02-28',
  ]);
});
