import { describe, expect, it } from 'vitest';
import { periodQuery, periodsOn, readPeriod } from './periods.ts';

describe('periods of the open figures', () => {
  it('are whole months, the present one included', () => {
    expect(readPeriod('', '2026-11-20')).toEqual({ key: '12-bulan', from: '2025-12-01', to: '2026-11-30' });
    expect(readPeriod('periode=3-bulan', '2026-01-31')).toEqual({
      key: '3-bulan',
      from: '2025-11-01',
      to: '2026-01-31',
    });
    expect(readPeriod('periode=3-bulan', '2024-02-10').to).toBe('2024-02-29');
  });

  it('may be a year, as long as it is offered', () => {
    expect(readPeriod('periode=2025', '2026-11-20')).toEqual({
      key: '2025',
      from: '2025-01-01',
      to: '2025-12-31',
    });
    expect(readPeriod('periode=1999', '2026-11-20').key).toBe('12-bulan');
    expect(readPeriod('periode=%3Cscript%3E', '2026-11-20').key).toBe('12-bulan');
  });

  it('come back from their address', () => {
    for (const period of periodsOn('2026-11-20'))
      expect(readPeriod(periodQuery(period).slice(1), '2026-11-20')).toEqual(period);
    expect(periodQuery({ key: '12-bulan' })).toBe('');
  });
});
