import { describe, expect, it } from 'vitest';
import { knownUntilOf, type DecreedDay } from './known-until.ts';

const year = (of: number, status: DecreedDay['status'] = 'OFFICIAL', days = 16): DecreedDay[] =>
  Array.from({ length: days }, (_, month) => ({
    date: `${of}-01-${String(month + 1).padStart(2, '0')}`,
    status,
  }));

describe('the last day of the decrees', () => {
  it('is the end of the last year with official days and none that is estimated', () => {
    expect(knownUntilOf([...year(2025), ...year(2026), ...year(2027, 'ESTIMATED')])).toBe('2026-12-31');
    expect(knownUntilOf([...year(2026), ...year(2027)])).toBe('2027-12-31');
    expect(knownUntilOf(year(2027, 'ESTIMATED'))).toBeNull();
  });

  it('does not move for one official day that is announced before the decree of its year', () => {
    expect(knownUntilOf([...year(2026), ...year(2028, 'OFFICIAL', 1)])).toBe('2026-12-31');
  });

  it('stays where it was when a day is merely expected in a year with its decree', () => {
    const expected = [...year(2026), { date: '2026-11-25', status: 'ESTIMATED' as const }];
    expect(knownUntilOf(expected, '2026-12-31')).toBe('2026-12-31');
    expect(knownUntilOf([...year(2025), ...expected])).toBe('2025-12-31');
  });

  it('goes back when the days of a year are only estimated after all', () => {
    expect(knownUntilOf([...year(2025), ...year(2026, 'ESTIMATED')], '2026-12-31')).toBe('2025-12-31');
  });
});
