/** A burst as the graph tells it. */
export interface Burst {
  category: { id: string; name: string } | null;
  region: { code: string; name: string } | null;
  count: number;
  /** Mean of the 28 days before; null where too few reports stand behind it. */
  usual: number | null;
}

/** Fewer in a day are never called a burst. */
const FEWEST = 10;

/** The number above which a day is called a burst: what chance exceeds about once in a thousand days. */
export const limitOf = (usual: number): number => Math.max(FEWEST, Math.ceil(usual + 3 * Math.sqrt(usual)));

/** How many times the usual number a burst is, rounded to one decimal; null where that cannot be said. */
export const timesUsual = ({ count, usual }: Burst): number | null =>
  usual === null || usual < 0.1 ? null : Math.round((count / usual) * 10) / 10;

/** Those that stand out most come first. */
export const mostUnusualFirst = (bursts: readonly Burst[]): Burst[] =>
  bursts.toSorted(
    (a, b) =>
      b.count - limitOf(b.usual ?? 0) - (a.count - limitOf(a.usual ?? 0)) ||
      keyOfBurst(a).localeCompare(keyOfBurst(b)),
  );

export const keyOfBurst = ({ category, region }: Burst): string => category?.id ?? region?.code ?? '';
export const nameOfBurst = ({ category, region }: Burst): string => category?.name ?? region?.name ?? '';
