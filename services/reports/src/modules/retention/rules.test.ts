import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETENTION, rulesOn, SHORTEST_DAYS, versionOn, type RetentionVersion } from './rules.ts';

const version = (from: string, ...lengths: number[]): RetentionVersion => ({
  from,
  rules: lengths.map((days, index) => ({
    name: `rule-${index}`,
    action: 'ERASE_IDENTITY',
    states: ['COMPLETED'],
    days,
  })),
});

describe('the rules of retention', () => {
  it('are those of the newest version that has begun, in whatever order they stand', () => {
    const versions = [version('2027-01-01'), version('2026-01-01'), version('2028-01-01')];
    const on = (day: string) => versionOn(day, versions)?.from ?? null;
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
      for (const { days } of rules) expect(days).toBeGreaterThanOrEqual(SHORTEST_DAYS);
    }
  });

  it('have the length that somebody entered from its day on, each rule its own', () => {
    const versions = [version('2026-01-01', 100, 200)];
    const lengths = [
      { rule: 'rule-0', days: 50, startsOn: '2026-03-01' },
      { rule: 'rule-0', days: 70, startsOn: '2026-03-01' },
      { rule: 'rule-0', days: 60, startsOn: '2026-02-01' },
      { rule: 'nobody', days: 1, startsOn: '2026-01-01' },
    ];
    const on = (day: string) => rulesOn(day, lengths, versions).map(({ days, since }) => [days, since]);
    expect(on('2026-01-31')[0]).toEqual([100, '2026-01-01']);
    expect(on('2026-02-01')[0]).toEqual([60, '2026-02-01']);
    expect(on('2026-03-01')).toEqual([
      [70, '2026-03-01'],
      [200, '2026-01-01'],
    ]);
    expect(rulesOn('2025-12-31', lengths, versions)).toEqual([]);
  });

  it('give way to a version of the platform that begins later', () => {
    const versions = [version('2026-01-01', 100), version('2027-01-01', 300)];
    const lengths = [{ rule: 'rule-0', days: 50, startsOn: '2026-03-01' }];
    const on = (day: string) => rulesOn(day, lengths, versions)[0]!.days;
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([50, 300]);
  });

  it('stay as they are before the day of a change, whatever it is', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`);
    const versions = [version('2026-01-01', 100)];
    fc.assert(
      fc.property(day, day, fc.integer({ min: 30, max: 999 }), (startsOn, looked, days) => {
        const [rule] = rulesOn(looked, [{ rule: 'rule-0', days, startsOn }], versions);
        expect(rule!.days).toBe(looked < startsOn ? 100 : days);
      }),
    );
  });
});
