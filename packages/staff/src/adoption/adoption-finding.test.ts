import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adoptionFinding,
  labelsApart,
  percent,
  percentText,
  type AdoptionPoint,
} from './adoption-finding.ts';

const point = (month: number, used: number, total = 100): AdoptionPoint => ({
  on: `2026-${String(month).padStart(2, '0')}-28`,
  total,
  connected: 60,
  used,
});

describe('what the trend says', () => {
  it('rises, falls or stays, from the first month that is known to the last', () => {
    expect(adoptionFinding([point(1, 25), point(2, 30), point(3, 40)])).toEqual({
      kind: 'RISES',
      from: 25,
      to: 40,
      months: 3,
    });
    expect(adoptionFinding([point(1, 40), point(2, 25)])).toMatchObject({ kind: 'FALLS' });
    expect(adoptionFinding([point(1, 40), point(2, 40)])).toMatchObject({ kind: 'STAYS' });
  });

  it('is no trend of one month, and nothing of none', () => {
    expect(adoptionFinding([point(1, 25)])).toEqual({ kind: 'STANDS', connected: 60, used: 25 });
    expect(adoptionFinding([])).toEqual({ kind: 'NOTHING' });
    expect(adoptionFinding([point(1, 0, 0)])).toEqual({ kind: 'NOTHING' });
  });
});

describe('a share', () => {
  it('is the survey’s: ministries 100 %, provinces 25 %, regencies and cities 40 %', () => {
    expect([percent(48, 48), percent(10, 40), percent(204, 508)]).toEqual([100, 25, 40]);
  });

  it('says few where it would round to none, and none where there is none', () =>
    expect([percentText(2, 415), percentText(0, 415), percentText(3, 415), percentText(0, 0)]).toEqual([
      '<\u00a01',
      '0',
      '1',
      '0',
    ]));

  it('of nothing is none', () => expect(percent(0, 0)).toBeNull());
});

describe('two labels', () => {
  it('never lie on each other, keep their order and stay in the box', () => {
    const inside = fc.double({ min: 20, max: 180, noNaN: true });
    fc.assert(
      fc.property(inside, inside, (first, second) => {
        const [a, b] = labelsApart(first, second, 20, 180);
        expect(Math.abs(a - b)).toBeGreaterThanOrEqual(14.999);
        if (first !== second) expect(Math.sign(a - b)).toBe(Math.sign(first - second));
        for (const place of [a, b]) {
          expect(place).toBeGreaterThanOrEqual(19.999);
          expect(place).toBeLessThanOrEqual(180.001);
        }
      }),
    );
  });
});
