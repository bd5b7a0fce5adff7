/** A number below this is never told; nought is not told apart from one. */
export const FEWEST = 5;
const MOST_HIDDEN = FEWEST - 1;

/**
 * Which cells of a partition may be told, when everybody knows its sum (another table of the same year may tell it). Cells below five are
 * kept back, and with them the smallest of the others, one by one, until whoever subtracts what is told from the sum, and knows this rule,
 * still finds every number from nought to four possible for each of them.
 */
export function tellable(cells: readonly number[]): boolean[] {
  const smallestFirst = cells.map((count, index) => ({ count, index })).toSorted((a, b) => a.count - b.count);
  // What has no cell is a cell of nought: groups are listed only when they may be told.
  const small = Math.max(1, cells.filter((count) => count < FEWEST).length);
  const told = cells.map((count) => count >= FEWEST);
  let sum = cells.filter((count) => count < FEWEST).reduce((all, count) => all + count, 0);
  const large = smallestFirst.filter(({ count }) => count >= FEWEST);
  for (let beside = 0; ; beside++) {
    const next = large[beside];
    // Each small one may be nought while the others are as large as they can be, and four while they are as small.
    const mayBeFour = sum >= beside * FEWEST + MOST_HIDDEN;
    const mayBeNought = !next || sum <= MOST_HIDDEN * (small - 1) + beside * next.count;
    if (mayBeFour && mayBeNought) return told;
    if (!next) return cells.map(() => false);
    told[next.index] = false;
    sum += next.count;
  }
}
