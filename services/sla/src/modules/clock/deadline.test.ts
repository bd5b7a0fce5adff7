import { expect, test } from 'vitest';
import { endOfLocalDate } from './deadline.ts';

test.each([
  ['2026-11-25', 'Asia/Jakarta', '2026-11-25T17:00:00.000Z'],
  ['2026-12-31', 'Asia/Makassar', '2026-12-31T16:00:00.000Z'],
  ['2028-02-29', 'Asia/Jayapura', '2028-02-29T15:00:00.000Z'],
  // A day that nobody keeps, but somebody may promise: what is derived from it must not fail.
  ['9999-12-31', 'Asia/Jakarta', '9999-12-31T17:00:00.000Z'],
])('the end of %s at %s', (date, timeZone, end) => {
  expect(endOfLocalDate(date, timeZone).toISOString()).toBe(end);
});
