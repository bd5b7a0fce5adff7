import type { Clock } from '@lapor/clock';
import { LRUCache } from 'lru-cache';
import { hasRole, type Viewer } from '@lapor/viewer';

/** Points an analyst or a key may spend in a minute, in each process. */
export const POINTS_PER_MINUTE = 50_000;
const MINUTE = 60_000;
const REMEMBERED = 10_000;

/** For the request itself, however little it gives. */
const POINTS_PER_REQUEST = 10;

/** What a request costs and what is left, as told to whoever has a budget. */
export interface Cost {
  /** The most it could have cost: ten for the request, and one for each row it might give. So much has to be left. */
  requested: number;
  /** What it cost: ten, and one for each row it gave. */
  charged: number;
  left: number;
  limit: number;
  /** Until the budget is whole again. */
  resetsInSeconds: number;
}

/** Points put aside for a request. */
export interface Spending {
  /** There was not enough, and nothing was put aside. */
  isSpent: boolean;
  /** As it stands while the request runs. */
  cost: Cost;
  /** Gives back what was put aside for rows that did not come. */
  settle(rowsGiven: number): Cost;
  /** Gives nothing back: the work was done, though it came to nothing. */
  keep(): Cost;
}

export interface CostBudget {
  /** Puts aside what a request may cost at most. `null`: this viewer has no budget. */
  spend(viewer: Viewer, rows: number): Spending | null;
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
      const requested = POINTS_PER_REQUEST + rows;
      const isSpent = requested > window.left;
      let charged = isSpent ? 0 : requested;
      window.left -= charged;
      const cost = (): Cost => ({
        requested,
        charged,
        left: window.left,
        limit,
        resetsInSeconds: Math.ceil((window.endsAt - now) / 1_000),
      });
      return {
        isSpent,
        cost: cost(),
        settle(rowsGiven) {
          const due = Math.min(charged, POINTS_PER_REQUEST + rowsGiven);
          window.left += charged - due;
          charged = due;
          return cost();
        },
        keep: cost,
      };
    },
  };
}
