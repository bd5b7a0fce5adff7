/**
 * How many reports stand in a list now that are not among those shown. Of a list that goes on, what follows the last one shown is its next
 * page and nothing new.
 */
export function countNewcomers(shown: readonly string[], now: readonly string[], isWhole: boolean): number {
  const known = new Set(shown);
  const end = isWhole ? now.length : now.findLastIndex((id) => known.has(id)) + 1;
  return now.slice(0, end).filter((id) => !known.has(id)).length;
}
