/** Steps of an earlier period beside those of the present one: the first beside the first; a period that is shorter ends in nothing. */
export const alignedTo = <Row>(length: number, rows: readonly Row[]): (Row | null)[] =>
  Array.from({ length }, (_, index) => rows[index] ?? null);

interface Counted {
  received: number | null;
}

/** Sum of what was received; null where a step is not told. */
export function sumOf(steps: readonly Counted[]): number | null {
  let sum = 0;
  for (const step of steps) {
    if (step.received === null) return null;
    sum += step.received;
  }
  return sum;
}
