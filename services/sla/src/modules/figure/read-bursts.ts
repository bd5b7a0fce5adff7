import type { SlaContext } from '../../context.ts';
import { audienceOf, countsConfidential, isOutsider } from './policy.ts';
import { readDayAndBefore } from './repository.ts';
import { told } from './suppression.ts';
import { dayOf } from './rollup-table.ts';

/** Fewer are no burst, whatever is usual. */
export const FEWEST_OF_A_BURST = 10;
const DAYS_BEFORE = 28;

export interface Burst {
  kind: 'CATEGORY' | 'REGION';
  id: string;
  count: number;
  /** `null`: too few to be told. */
  usual: number | null;
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
    .map((row) => ({ ...row, mean: Math.round((row.usual / DAYS_BEFORE) * 10) / 10 }))
    .filter(({ count, mean }) => isBurst(count, mean))
    .toSorted((a, b) => b.count / (b.mean + 1) - a.count / (a.mean + 1) || (a.id < b.id ? -1 : 1))
    .map(({ mean, usual, ...row }) => ({
      ...row,
      usual: told(usual, !isOutsider(audience)) === null ? null : mean,
    }));
}
