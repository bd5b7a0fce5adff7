import { expect, it } from 'vitest';
import { addDays } from './add-days.ts';

it('days are added across months, years and leap days', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-11-22', 89)).toBe('2027-02-19');
});
