import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST, keptBack, percent } from './suppression.ts';

describe('small numbers', () => {
  test('from one to four are kept back, and never alone', () => {
    expect(keptBack([0, 7, 90])).toEqual([false, false, false]);
    expect(keptBack([3, 7, 90, 0])).toEqual([true, true, false, false]);
    expect(keptBack([3, 4, 90])).toEqual([true, true, false]);
    expect(keptBack([1, 1, 90])).toEqual([true, true, true]);
    expect(keptBack([2])).toEqual([true]);
  });

  test('cannot be had by subtraction from the sum, as long as there is anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 8 }), (counts) => {
        const hidden = keptBack(counts);
        for (const [index, count] of counts.entries())
          if (count > 0 && count < FEWEST) expect(hidden[index]).toBe(true);
        const keptNumbers = counts.filter((_count, index) => hidden[index]);
        const told = counts.filter((count, index) => !hidden[index] && count > 0);
        if (keptNumbers.length === 1) expect(told).toEqual([]);
        if (keptNumbers.length > 1 && keptNumbers.reduce((a, b) => a + b) < FEWEST) expect(told).toEqual([]);
      }),
    );
  });

  test('do not come back as a share', () => {
    expect(percent(3, 20, false)).toBeNull();
    expect(percent(17, 20, false)).toBeNull();
    expect(percent(3, 20, true)).toBe(15);
    expect(percent(0, 0, true)).toBeNull();
    expect(percent(89, 215, false)).toBe(41);
    expect(percent(77, 215, false)).toBe(36);
  });
});
