import { describe, expect, it } from 'vitest';
import { limitOf, mostUnusualFirst, timesUsual, type Burst } from './burst-rule.ts';

const burst = (count: number, usual: number | null, id = 'a'): Burst => ({
  category: { id, name: id },
  region: null,
  count,
  usual,
});

describe('why a day is called a burst', () => {
  it('the limit is ten at least, then the mean and three times its root', () => {
    expect(limitOf(0)).toBe(10);
    expect(limitOf(4)).toBe(10);
    expect(limitOf(16)).toBe(28);
    expect(limitOf(100)).toBe(130);
  });

  it('says how many times the usual number it is, where there is one', () => {
    expect(timesUsual(burst(63, 4))).toBe(15.8);
    expect(timesUsual(burst(63, 0))).toBeNull();
    expect(timesUsual(burst(63, null))).toBeNull();
  });

  it('what stands out most comes first, not what is largest', () =>
    expect(
      mostUnusualFirst([burst(140, 100, 'large'), burst(63, 4, 'sudden')]).map(
        ({ category }) => category?.id,
      ),
    ).toEqual(['sudden', 'large']));
});
