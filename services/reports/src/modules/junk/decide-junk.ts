import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { archiveReport } from '../handling/index.ts';
import {
  done,
  isDesk,
  LIMITS,
  NOT_FOUND,
  reportId,
  typed,
  validate,
  workOnReport,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { findReportsOfGroup } from './repository.ts';

const group = z.object({
  groupId: z.uuid(),
  code: z.enum(['SPAM', 'HATE_OR_HOAX', 'DUPLICATE']),
  text: typed(...LIMITS.reason),
});
/** As many at once as a request has time for; the rest is asked for again. */
const AT_ONCE = 100;

/**
 * Archives what is left of a group, each report in a transaction of its own with the reason that its reporter reads, and may appeal.
 * For the national desk. What changed meanwhile is passed over.
 */
export async function archiveJunkGroup(
  deps: ReportsDependencies,
  input: z.input<typeof group>,
  viewer: Viewer,
): Promise<Result<{ archived: number; passedOver: number; left: number }>> {
  const valid = validate(group, input);
  if (!valid.ok) return valid;
  if (!isDesk(viewer)) return NOT_FOUND;
  const { groupId, code, text } = valid.value;
  const ids = await findReportsOfGroup(deps.database, groupId, AT_ONCE);
  if (ids.length === 0) return NOT_FOUND;
  let archived = 0;
  for (const id of ids)
    if ((await archiveReport(deps, { reportId: id, code, text }, viewer)).ok) archived += 1;
  const left = (await findReportsOfGroup(deps.database, groupId, 1_000)).length;
  return done({ archived, passedOver: ids.length - archived, left });
}

const release = z.object({ reportId });

/** Says that a report is none: it is not suspected again. For the national desk. */
export async function releaseFromJunk(
  deps: ReportsDependencies,
  input: z.input<typeof release>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(release, input);
  if (!valid.ok) return valid;
  return workOnReport(
    deps,
    viewer,
    { reportId: valid.value.reportId, operation: 'archive' },
    async ({ em, report, now }) => {
      const released = await em.execute<unknown[]>(
        'update junk_mark set released_at = ? where report_id = ? and released_at is null returning report_id',
        [now.toISOString(), report.id],
      );
      const value = { reportId: report.id };
      return released.length > 0 ? { value, action: 'RELEASED_FROM_JUNK' } : { value };
    },
  );
}
