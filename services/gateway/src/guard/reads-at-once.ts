import type { Viewer } from '@lapor/viewer';

/** Questions that one source without an account may have under way, in each process: a page asks one, a shared address some. */
export const READS_AT_ONCE = 32;

export interface ReadsAtOnce {
  /** Takes a place; the answer gives it back. `null`: there is none left. */
  enter(viewer: Viewer): (() => void) | null;
}

/** One source without a name cannot take both cores from everybody else. Accounts, keys and codes have limits of their own. */
export function createReadsAtOnce(limit = READS_AT_ONCE): ReadsAtOnce {
  const underWay = new Map<string, number>();
  return {
    enter({ accountId, apiKey, reportGrants, source }) {
      if (accountId !== undefined || apiKey || reportGrants.length > 0 || source === undefined)
        return () => {};
      const now = underWay.get(source) ?? 0;
      if (now >= limit) return null;
      underWay.set(source, now + 1);
      return () => {
        const left = underWay.get(source)! - 1;
        if (left > 0) underWay.set(source, left);
        else underWay.delete(source);
      };
    },
  };
}
