/** Below this a number says more of single people than of a service. */
export const FEWEST = 5;
/** Below this nothing is compared: a share of few is chance. */
export const FEWEST_RANKED = 30;

const isSmall = (count: number) => count > 0 && count < FEWEST;

/**
 * Which of some numbers, whose sum may be known, are not told: those from one to four, and with them the next smallest while the sum
 * of what is kept back is itself below five. Zeros are told.
 * @param already which of them are not told for another reason.
 */
export function keptBack(counts: readonly number[], already: readonly boolean[] = []): boolean[] {
  const hidden = counts.map((count, index) => isSmall(count) || (count > 0 && already[index] === true));
  if (!hidden.includes(true)) return hidden;
  let sum = 0;
  for (const [index, count] of counts.entries()) if (hidden[index]) sum += count;
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden[index])
    .toSorted((a, b) => a.count - b.count);
  const alone = hidden.filter(Boolean).length === 1;
  if ((alone || sum < FEWEST) && others.length > 0) hidden[others[0]!.index] = true;
  return hidden;
}

/** Part of a whole in whole percent; `null` for part of nothing, and where part or rest is too small to be told. */
export function percent(part: number, whole: number, isExact: boolean): number | null {
  if (whole <= 0) return null;
  if (!isExact && (isSmall(part) || isSmall(whole - part) || whole < FEWEST)) return null;
  return Math.round((part / whole) * 100);
}

/** A number, or nothing where it is too small to be told. */
export const told = (count: number, isExact: boolean): number | null =>
  isExact || !isSmall(count) ? count : null;
