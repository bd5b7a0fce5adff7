import type { Clock } from '@lapor/clock';
import { LRUCache } from 'lru-cache';
import { hasRole, type Viewer } from '@lapor/viewer';

/** Points an analyst or a key may spend in a minute, in each process. */
export const POINTS_PER_MINUTE = 50_000;
const MINUTE = 60_000;
const REMEMBERED = 10_000;

/** What a request costs and what is left, as told to whoever has a budget. */
export interface Cost {
  /** Ten for the request, and one for each row it may give. */
  requested: number;
  left: number;
  limit: number;
  /** Until the budget is whole again. */
  resetsInSeconds: number;
}

export interface CostBudget {
  /** Spends what a request costs; `isSpent`: there was not enough, and nothing was spent. `null`: this viewer has no budget. */
  spend(viewer: Viewer, rows: number): (Cost & { isSpent: boolean }) | null;
}

/** Analysts and keys ask what they like, so they are told what it costs; people at an application ask what it was built to ask. */
export function createCostBudget(clock: Clock, limit = POINTS_PER_MINUTE): CostBudget {
  const windows = new LRUCache<string, { endsAt: number; left: number }>({ max: REMEMBERED });
  return {
    spend(viewer, rows) {
      const who = viewer.apiKey
        ? `key ${viewer.apiKey.id}`
        : hasRole(viewer, 'ANALYST') && viewer.accountId !== undefined
          ? `account ${viewer.accountId}`
          : null;
      if (who === null) return null;
      const now = clock.now().getTime();
      const known = windows.get(who);
      const window = known && known.endsAt > now ? known : { endsAt: now + MINUTE, left: limit };
      windows.set(who, window);
      const requested = 10 + rows;
      const isSpent = requested > window.left;
      if (!isSpent) window.left -= requested;
      return {
        requested,
        left: window.left,
        limit,
        resetsInSeconds: Math.ceil((window.endsAt - now) / 1_000),
        isSpent,
      };
    },
  };
}
