import { describe, expect, it } from 'vitest';
import { stripDays } from './strip-days.ts';

const followUp = {
  startedOn: '2026-11-17',
  countedDays: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'],
  skippedDays: [
    { date: '2026-11-21', reason: 'WEEKEND' },
    { date: '2026-11-22', reason: 'WEEKEND' },
  ],
};

describe('the days of a deadline', () => {
  it('run from the day of the event, which is not counted, to the last one', () => {
    const days = stripDays(followUp, '2026-11-24', '2026-11-20');
    expect(days.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      '17 start',
      '18 passed',
      '19 passed',
      '20 ahead',
      '21 skipped',
      '22 skipped',
      '23 ahead',
      '24 due',
    ]);
  });

  it('cross a year', () => {
    const days = stripDays(
      { startedOn: '2026-12-31', countedDays: ['2027-01-04'], skippedDays: [] },
      '2027-01-04',
      '2026-12-31',
    );
    expect(days.map(({ date }) => date)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ]);
    expect(days.map(({ kind }) => kind)).toEqual(['start', 'skipped', 'skipped', 'skipped', 'due']);
  });

  it('leave a paused day out of the count', () => {
    const paused = { ...followUp, countedDays: followUp.countedDays.filter((date) => date !== '2026-11-19') };
    expect(stripDays(paused, '2026-11-24', '2026-11-24')[2]).toMatchObject({
      date: '2026-11-19',
      kind: 'skipped',
    });
  });
});
