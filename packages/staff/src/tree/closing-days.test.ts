import { describe, expect, it } from 'vitest';
import { closingDayFaults, sortedDays } from './closing-days.ts';

const day = (date: string, name = 'HUT Kota', decree = 'SE 1/2026') => ({ date, name, decree });

describe('closing days of a year', () => {
  it('are in order when each has a date of the year, a name and a decree', () =>
    expect(closingDayFaults([day('2026-07-02'), day('2026-08-07')], 2026)).toEqual({}));

  it('name the row at fault', () => {
    expect(closingDayFaults([day('2027-07-02')], 2026)).toMatchObject({ 'days.0.date': 'OTHER_YEAR' });
    expect(closingDayFaults([day('2026-07-02'), day('2026-07-02')], 2026)).toMatchObject({
      'days.1.date': 'REPEATED',
    });
    expect(closingDayFaults([day('', ' ', '')], 2026)).toEqual({
      'days.0.date': 'REQUIRED',
      'days.0.name': 'REQUIRED',
      'days.0.decree': 'REQUIRED',
      days: 'INCOMPLETE',
    });
  });

  it('are sent in the order of the calendar', () =>
    expect(sortedDays([day('2026-08-07', ' B '), day('2026-07-02', 'A')]).map(({ name }) => name)).toEqual([
      'A',
      'B',
    ]));
});
