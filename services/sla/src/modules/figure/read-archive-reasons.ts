import type { SlaContext } from '../../context.ts';
import { coverPeriod, isOfWholeMonths } from './period.ts';
import { findPath } from '../organisation/index.ts';
import { audienceOf, countsConfidential, isOutsider } from './policy.ts';
import { unsupported } from './question.ts';
import { periodGiven, type TableRequest } from './read-table.ts';
import { readArchive } from './repository.ts';
import { keptBack } from './suppression.ts';
import { dayOf, GRAINS, NATION } from './rollup-table.ts';

/** Archived reports by reason, most first. Throws what a client can mend. */
export async function readArchiveReasons(
  { database, viewer, now }: Pick<SlaContext, 'database' | 'viewer' | 'now'>,
  given: TableRequest['period'],
  governmentId: string | null,
): Promise<{ reason: string; count: number | null }[]> {
  const period = periodGiven(given);
  const path = governmentId ? await findPath(database, governmentId) : [];
  if (path === null) throw unsupported('governmentId names no organisation');
  if (path.length > 1) throw unsupported('Reasons are counted for governments and K/L, not for units');
  const today = dayOf(now);
  const audience = audienceOf(viewer, path);
  if (isOutsider(audience) && !isOfWholeMonths(period, today))
    throw unsupported('Begin on the first of a month and end with the last of one, or today');
  const ranges = coverPeriod(period, governmentId ? ['M', 'Y'] : GRAINS, today);
  if (!ranges)
    throw unsupported(
      'Of a government whole months are known; begin on the first of a month and end with the last of one, or today',
    );
  const found = [
    ...(await readArchive(database, governmentId ?? NATION, ranges, countsConfidential(audience))),
  ];
  const counts = found.map(([, count]) => count);
  const hidden = isOutsider(audience) ? keptBack(counts) : counts.map(() => false);
  return found
    .map(([reason, count], index) => ({ reason, count: hidden[index] ? null : count }))
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.reason < b.reason ? -1 : 1));
}
