import fc from 'fast-check';
import { expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Reads the rectangles of a path back into squares. */
function squaresOf(path: string): Set<string> {
  const squares = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(width); step += 1) squares.add(`${Number(x) + step} ${y}`);
  return squares;
}

it('draws exactly the dark squares', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 12 })
        .chain((width) =>
          fc.array(fc.array(fc.boolean(), { minLength: width, maxLength: width }), { maxLength: 12 }),
        ),
      (rows) => {
        const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
        expect(squaresOf(qrPath(rows))).toEqual(new Set(dark));
      },
    ),
  );
});

it('draws a run of squares as one rectangle', () => {
  expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
});
