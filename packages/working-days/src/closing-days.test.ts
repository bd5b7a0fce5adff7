import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, addWorkingDays, buildCalendar, isWorkingDay, withClosingDays } from './index.ts';

const national = buildCalendar({
  version: 'decrees',
  knownUntil: '2026-12-31',
  holidays: [{ date: '2026-12-25', name: 'Natal', kind: 'NATIONAL', status: 'OFFICIAL' }],
});
const started = new Date('2026-11-23T02:00:00Z');
const dates = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

describe('the closing days of a government', () => {
  const own = withClosingDays(national, 'decrees+kota/1', [
    { date: '2026-11-26', name: 'Hari Jadi Kota' },
    { date: '2026-12-25', name: 'Perayaan' },
    { date: '2026-11-28', name: 'Sabtu' },
  ]);

  it('are off, say that they are regional, and leave the nation’s days their names', () => {
    expect(isWorkingDay(own, '2026-11-26')).toBe(false);
    expect(isWorkingDay(national, '2026-11-26')).toBe(true);
    const { dueOn, skippedDays } = addWorkingDays(own, started, 5, 'Asia/Jakarta');
    expect(dueOn).toBe('2026-12-01');
    expect(skippedDays).toEqual([
      { date: '2026-11-26', reason: 'libur daerah: Hari Jadi Kota' },
      { date: '2026-11-28', reason: 'libur daerah: Sabtu' },
      { date: '2026-11-29', reason: 'WEEKEND' },
    ]);
    const december = addWorkingDays(own, new Date('2026-12-24T02:00:00Z'), 1, 'Asia/Jakarta');
    expect(december.skippedDays[0]).toEqual({ date: '2026-12-25', reason: 'Natal' });
    expect([own.version, own.knownUntil]).toEqual(['decrees+kota/1', '2026-12-31']);
  });

  it('never bring a deadline forward, move no calendar day, and count no day twice', () => {
    fc.assert(
      fc.property(
        fc.array(dates, { maxLength: 20 }),
        dates,
        fc.integer({ min: 1, max: 30 }),
        (off, from, days) => {
          const calendar = withClosingDays(national, 'x', [
            ...off.map((date) => ({ date, name: 'Libur' })),
            ...off.map((date) => ({ date, name: 'Sekali lagi' })),
          ]);
          const start = new Date(`${from}T02:00:00Z`);
          const add = (kind: typeof addWorkingDays, of: typeof calendar) =>
            kind(of, start, days, 'Asia/Jakarta');
          const regional = add(addWorkingDays, calendar);
          expect(regional.dueOn >= add(addWorkingDays, national).dueOn).toBe(true);
          for (const date of regional.countedDays) expect(off).not.toContain(date);
          expect(add(addCalendarDays, calendar)).toEqual(add(addCalendarDays, national));
        },
      ),
    );
  });

  it('are refused when a day does not exist', () => {
    expect(() => withClosingDays(national, 'x', [{ date: '2026-02-30', name: 'Libur' }])).toThrow(RangeError);
  });
});
