import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STEP_KINDS } from '@lapor/events';
import type { StepSums } from './read-steps.ts';
import { stepsKeptBack } from './steps-kept-back.ts';
import { tellSteps } from './tell-steps.ts';

const row = (on_time: number, late: number): StepSums[] => [{ step: 'FOLLOW_UP', on_time, late }];
const told = (rows: Record<string, StepSums[]>, untold: string[] = []) => {
  const hidden = stepsKeptBack(new Map(Object.entries(rows)), new Set(untold));
  return Object.fromEntries(
    Object.entries(rows).map(([key, sums]) => [key, tellSteps(sums, false, hidden.get(key)).onTime]),
  );
};

it('a row with a small number takes the next smallest with it: the table above tells their sum', () => {
  expect(told({ a: row(40, 3), b: row(50, 20), c: row(60, 9) })).toEqual({ a: null, b: 50, c: null });
});

it('a row of which nothing is told anyhow takes another with it too', () => {
  const rows = { a: row(30, 0), b: row(50, 0), c: row(90, 60) };
  expect(told(rows)).toEqual({ a: 30, b: 50, c: 90 });
  expect(told(rows, ['a'])).toMatchObject({ a: null, b: null, c: 90 });
});

it('rows without small numbers are told, and zeros as well', () => {
  expect(told({ a: row(40, 0), b: row(50, 20) })).toEqual({ a: 40, b: 50 });
});

it('no small number is the difference of what is told', () => {
  const count = fc.oneof(fc.nat(6), fc.nat(60));
  const sums = fc.tuple(
    ...STEP_KINDS.map((step) => fc.record({ step: fc.constant(step), on_time: count, late: count })),
  );
  fc.assert(
    fc.property(fc.array(sums, { minLength: 2, maxLength: 5 }), (rows) => {
      const byKey = new Map(rows.map((one, index) => [String(index), one]));
      const hidden = stepsKeptBack(byKey, new Set());
      for (const kind of STEP_KINDS)
        for (const measure of ['on_time', 'late'] as const) {
          const untold = [...byKey]
            .filter(([key]) => hidden.get(key)!.has(kind))
            .map(([, of]) => of.find(({ step }) => step === kind)![measure])
            .filter((value) => value > 0);
          // Alone or few in all, it is known from the sum, unless there is nothing else to hide it among.
          const others = [...byKey].filter(
            ([key, of]) => !hidden.get(key)!.has(kind) && of.find(({ step }) => step === kind)![measure] > 0,
          );
          if (untold.some((value) => value < 5) && others.length > 0) {
            expect(untold.length).toBeGreaterThan(1);
            expect(untold.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(5);
          }
          for (const [key, of] of byKey) {
            const value = of.find(({ step }) => step === kind)![measure];
            if (value > 0 && value < 5) expect(hidden.get(key)!.has(kind)).toBe(true);
          }
        }
    }),
  );
});
