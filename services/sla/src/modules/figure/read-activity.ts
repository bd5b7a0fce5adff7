import type { SlaContext } from '../../context.ts';
import { coverPeriod, endOf, isOfWholeMonths } from './period.ts';
import { findPath } from '../organisation/index.ts';
import { audienceOf, countsConfidential, isOutsider } from './policy.ts';
import { TIME_GRAIN, unsupported, type Dimension } from './question.ts';
import { periodGiven, type TableRequest } from './read-table.ts';
import { readActivity } from './repository.ts';
import { told } from './suppression.ts';
import { dayOf, GRAINS, NATION, periodOf } from './rollup-table.ts';

export interface Activity {
  from: string;
  received: number | null;
  followedUp: number | null;
  completed: number | null;
  handedOver: number | null;
}

const MOST_STEPS = 400;

/** What happened in each step of a period. Throws what a client can mend. */
export async function readActivityTable(
  { database, viewer, now }: Pick<SlaContext, 'database' | 'viewer' | 'now'>,
  given: TableRequest['period'],
  by: Dimension,
  organisationId: string | null,
): Promise<Activity[]> {
  const grain = TIME_GRAIN[by];
  if (!grain) throw unsupported('by must be DAY, MONTH or YEAR');
  const period = periodGiven(given);
  const path = organisationId ? await findPath(database, organisationId) : [];
  if (path === null) throw unsupported('organisationId names no organisation');
  const today = dayOf(now);
  const audience = audienceOf(viewer, path);
  const isExact = !isOutsider(audience);
  if (!isExact && organisationId && (grain === 'D' || !isOfWholeMonths(period, today)))
    throw unsupported(
      'Only the whole country is told by days; begin on the first of a month and end with the last of one, or today',
    );
  if (audience === 'PUBLIC' && (grain === 'D' || path.length > 1))
    throw unsupported(
      'Without an analyst’s key: no days and no units; see docs/analysts.md for how to get one',
    );
  const ranges = coverPeriod(period, GRAINS.slice(0, GRAINS.indexOf(grain) + 1), today)!;
  const found = await readActivity(
    database,
    organisationId ?? NATION,
    ranges,
    grain,
    countsConfidential(audience),
  );
  const rows: Activity[] = [];
  for (
    let from = periodOf(grain, period.from);
    from < period.until && from <= today;
    from = endOf(grain, from)
  ) {
    if (rows.length === MOST_STEPS)
      throw unsupported(`A series has at most ${MOST_STEPS} steps; ask for a shorter period`);
    const sums = found.get(from);
    rows.push({
      from,
      received: told(sums?.received ?? 0, isExact),
      followedUp: told(sums?.followed_up ?? 0, isExact),
      completed: told(sums?.completed ?? 0, isExact),
      handedOver: told(sums?.handed_over ?? 0, isExact),
    });
  }
  return rows;
}
