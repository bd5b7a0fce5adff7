import type { SlaContext } from '../../context.ts';
import { audienceOf, countsConfidential } from './policy.ts';
import { readDayAndBefore } from './repository.ts';
import { dayOf } from './tables.ts';

/** Fewer are no burst, whatever is usual. */
export const FEWEST_OF_A_BURST = 10;
const DAYS_BEFORE = 28;

export interface Burst {
  kind: 'CATEGORY' | 'REGION';
  id: string;
  count: number;
  usual: number;
}

/** Whether a day had more than chance explains: more than the usual number and three times its square root above. */
export const isBurst = (count: number, usual: number): boolean =>
  count >= FEWEST_OF_A_BURST && count > usual + 3 * Math.sqrt(usual);

/** What was unusual on a day, most unusual first; `null` for whoever may not know. */
export async function readBursts(
  { database, viewer, now }: Pick<SlaContext, 'database' | 'viewer' | 'now'>,
  on: string | null,
): Promise<Burst[] | null> {
  const audience = audienceOf(viewer, []);
  if (audience === 'PUBLIC') return null;
  const rows = await readDayAndBefore(
    database,
    on ?? dayOf(now),
    FEWEST_OF_A_BURST,
    countsConfidential(audience),
  );
  return rows
    .map(({ usual, ...row }) => ({ ...row, usual: Math.round((usual / DAYS_BEFORE) * 10) / 10 }))
    .filter(({ count, usual }) => isBurst(count, usual))
    .toSorted((a, b) => b.count / (b.usual + 1) - a.count / (a.usual + 1) || (a.id < b.id ? -1 : 1));
}
