import { describe, expect, it } from 'vitest';
import { clearlyBehindFirst, rangeOf, SIZES } from './league-groups.ts';

describe('a fair league', () => {
  it('begins at 30 reports, and its groups follow each other without a gap', () => {
    expect(SIZES.kecil.least).toBe(30);
    expect(SIZES.kecil.most + 1).toBe(SIZES.sedang.least);
    expect(SIZES.sedang.most + 1).toBe(SIZES.besar.least);
    expect(SIZES.besar.most).toBeNull();
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
});
