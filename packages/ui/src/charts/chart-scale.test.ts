import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsApart, linePath, scaleOf } from './chart-scale.ts';

describe('the scale of a chart', () => {
  it('has a few round steps and room for every value', () => {
    expect(scaleOf(1204)).toEqual({ top: 1500, steps: [0, 500, 1000, 1500] });
    fc.assert(
      fc.property(fc.nat(5_000_000), (most) => {
        const { top, steps } = scaleOf(most);
        expect(top).toBeGreaterThanOrEqual(most);
        expect(steps.length).toBeLessThanOrEqual(5);
        expect(steps.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('a line', () => {
  const x = (index: number) => index * 10;
  const y = (value: number) => value;
  it('is broken where a number is kept back, never drawn at zero', () => {
    expect(linePath([1, 2, null, 4, 5], x, y)).toBe('M0 1L10 2M30 4L40 5');
  });
  it('is a dot where its neighbours are kept back', () => {
    expect(linePath([null, 2, null], x, y)).toBe('M10 2h.1');
    expect(linePath([null, null], x, y)).toBe('');
  });
});

it('labels at the ends of lines never lie on each other nor outside', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 180 }), fc.integer({ min: 20, max: 180 }), (first, second) => {
      const [a, b] = labelsApart(first, second, 20, 180);
      expect(Math.abs(a - b)).toBeGreaterThanOrEqual(16);
      expect(Math.min(a, b)).toBeGreaterThanOrEqual(20);
      expect(Math.max(a, b)).toBeLessThanOrEqual(180);
      if (first < second) expect(a).toBeLessThan(b);
    }),
  );
});
