import { describe, expect, it } from 'vitest';
import { clearlyBehindFirst, LIMITS, rangeOf, shownSize, tiedFirst, tiedRanks } from './league-groups.ts';

describe('a fair league', () => {
  it('begins at 30 reports, and its groups follow each other without a gap', () => {
    expect(LIMITS.kecil.least).toBe(30);
    expect(LIMITS.kecil.most + 1).toBe(LIMITS.sedang.least);
    expect(LIMITS.sedang.most + 1).toBe(LIMITS.besar.least);
    expect(LIMITS.besar.most).toBeNull();
  });

  it('says how far chance may have moved a share; of days and of what is kept back it does not', () => {
    const figures = { received: 100, inProgress: 20, completed: 60 };
    expect(rangeOf(figures, 'tindak-lanjut')).toEqual({ low: 71, high: 87 });
    expect(rangeOf(figures, 'selesai')).toEqual({ low: 50, high: 69 });
    expect(rangeOf({ ...figures, completed: null }, 'selesai')).toBeNull();
  });

  it('counts as behind the first only those whose ranges do not meet', () => {
    expect(
      clearlyBehindFirst([{ low: 80, high: 90 }, { low: 75, high: 85 }, { low: 40, high: 60 }, null]),
    ).toBe(1);
    expect(clearlyBehindFirst([])).toBe(0);
  });

  it('is behind all that share the first rank, or behind none of them', () => {
    const ranges = [
      { low: 80, high: 90 },
      { low: 70, high: 95 },
      { low: 50, high: 75 },
      { low: 20, high: 40 },
    ];
    expect(clearlyBehindFirst(ranges, 2)).toBe(1);
    expect(clearlyBehindFirst([null, ...ranges], 2)).toBe(0);
    const rows = [{ rank: 1 }, { rank: 1 }, { rank: 3 }, { rank: null }, { rank: null }];
    expect(tiedFirst(rows)).toBe(2);
    expect([...tiedRanks(rows)]).toEqual([1]);
  });

  it('opens with the first group that holds any, and keeps to the one that was chosen', () => {
    const some = { edges: [{}] };
    const none = { edges: [] };
    expect(shownSize(undefined, { sedang: none, besar: some, kecil: some })).toBe('besar');
    expect(shownSize('kecil', { kecil: none })).toBeNull();
    expect(shownSize(undefined, { sedang: none, besar: none, kecil: none })).toBeNull();
  });
});
