import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST, tellable } from './tellable.ts';

/** What outsiders see of some cells. */
const published = (cells: readonly number[]) =>
  cells.map((count, index) => (tellable(cells)[index] ? count : null));
const sumOf = (cells: readonly number[]) => cells.reduce((sum, count) => sum + count, 0);

/** All ways to fill cells with a sum. */
function* worlds(cells: number, sum: number): Generator<number[]> {
  if (cells === 1) return yield [sum];
  for (let count = 0; count <= sum; count++)
    for (const rest of worlds(cells - 1, sum - count)) yield [count, ...rest];
}

describe('what may be told of confidential reports', () => {
  test.each([
    [
      [20, 30, 40],
      [null, 30, 40],
    ],
    [
      [20, 3, 40],
      [null, null, 40],
    ],
    [
      [6, 6, 6, 6],
      [null, null, null, null],
    ],
    [
      [4, 4, 30, 40],
      [null, null, null, 40],
    ],
    [
      [0, 0, 0, 50],
      [null, null, null, null],
    ],
    [
      [2, 1, 4, 3, 60],
      [null, null, null, null, 60],
    ],
    [[], []],
    [[3], [null]],
  ])('%j → %j', (cells, told) => {
    expect(published(cells)).toEqual(told);
  });

  // The attacker knows the sum, every told cell and the rule itself, and goes through all worlds that would be published like this one.
  test.each([3, 4])(
    'with %i cells no small one can be had, not even by somebody who knows the rule',
    (size) => {
      for (let sum = FEWEST; sum <= (size === 3 ? 24 : 16); sum++) {
        const alike = Map.groupBy(worlds(size, sum), (cells) => JSON.stringify(published(cells)));
        for (const cells of worlds(size, sum)) {
          const candidates = alike.get(JSON.stringify(published(cells)))!;
          for (const [index, count] of cells.entries()) {
            if (count >= FEWEST) continue;
            const possible = new Set(candidates.map((world) => world[index]!));
            expect(possible.size, `${cells.join()} at ${index}`).toBeGreaterThanOrEqual(4);
          }
        }
      }
    },
  );

  test('never a number below five, and always something kept back beside it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 40 }), (cells) => {
        const told = published(cells);
        expect(told.filter((count) => count !== null && count < FEWEST)).toEqual([]);
        const rest = sumOf(cells) - sumOf(told.filter((count) => count !== null));
        expect(rest).toBeGreaterThanOrEqual(Math.min(FEWEST - 1, sumOf(cells)));
      }),
    );
  });
});
