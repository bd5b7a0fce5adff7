import type { SlaContext } from '../../context.ts';
import { isOfWholeMonths } from './period.ts';
import { audienceOf, countsConfidential, isOutsider } from './policy.ts';
import { unsupported } from './question.ts';
import { periodGiven, type TableRequest } from './read-table.ts';
import { listHops, type HopCount } from './repository.ts';
import { FEWEST } from './suppression.ts';
import { dayOf } from './rollup-table.ts';

/** Returns by pair of agencies. Throws what a client can mend. */
export async function readHops(
  { database, viewer, now }: Pick<SlaContext, 'database' | 'viewer' | 'now'>,
  given: TableRequest['period'],
): Promise<HopCount[]> {
  const period = periodGiven(given);
  if (!isOfWholeMonths(period, dayOf(now)))
    throw unsupported('Begin on the first of a month and end with the last of one, or today');
  const audience = audienceOf(viewer, []);
  const pairs = await listHops(database, period, countsConfidential(audience));
  return isOutsider(audience) ? pairs.filter(({ count }) => count >= FEWEST) : pairs;
}
