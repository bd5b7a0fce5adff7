import type { Words } from '@lapor/wording';

/** Archive codes of the graph; other reasons are kinds of change that carry no code. */
export const isArchiveCode = (reason: string, words: Words): reason is keyof Words['archiveCodes'] =>
  reason in words.archiveCodes;

/** A reason in words; one that has none keeps its code rather than being left out. */
export const reasonText = (reason: string, words: Words): string =>
  isArchiveCode(reason, words) ? words.archiveCodes[reason] : reason;

export interface Hop {
  from: { id: string; name: string };
  to: { id: string; name: string } | null;
  count: number;
}

/** Pairs that give reports back to each other: what one returns, the other returned as well. */
export function pingPong(
  hops: readonly Hop[],
): { one: Hop['from']; other: Hop['from']; count: number } | null {
  const counts = new Map(hops.flatMap(({ from, to, count }) => (to ? [[`${from.id}>${to.id}`, count]] : [])));
  const pairs = hops.flatMap(({ from, to, count }) => {
    const back = to && from.id < to.id ? counts.get(`${to.id}>${from.id}`) : undefined;
    return to && back !== undefined ? [{ one: from, other: to, count: count + back }] : [];
  });
  return pairs.toSorted((a, b) => b.count - a.count)[0] ?? null;
}
