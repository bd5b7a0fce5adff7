import { describe, expect, it } from 'vitest';
import { RETENTION, rulesOn } from './rules.ts';

const version = (from: string) => ({ from, rules: [] });

describe('the rules of retention', () => {
  it('are those of the newest version that has begun, in whatever order they stand', () => {
    const versions = [version('2027-01-01'), version('2026-01-01'), version('2028-01-01')];
    const on = (day: string) => rulesOn(day, versions)?.from ?? null;
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01', '2030-01-01'].map(on)).toEqual([
      null,
      '2026-01-01',
      '2026-01-01',
      '2027-01-01',
      '2028-01-01',
    ]);
  });

  it('have names of their own, and keep everything longer than a reporter may still object', () => {
    for (const { rules } of RETENTION) {
      expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
      for (const { days } of rules) expect(days).toBeGreaterThan(14);
    }
  });
});
