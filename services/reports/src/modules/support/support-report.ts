import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import {
  done,
  findReports,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';

const schema = z.object({ reportId });

/** Who supports, as a keyed hash: an account, or the network source of the day. `null`: nobody to count. */
export function supporterHash(
  deps: Pick<ReportsDependencies, 'lookupSecret'>,
  viewer: Viewer,
  id: string,
): Buffer | null {
  const supporter = viewer.accountId
    ? `account:${viewer.accountId}`
    : viewer.source
      ? `source:${viewer.source}`
      : null;
  return supporter === null ? null : keyedHash(deps.lookupSecret, `support:${id}`, supporter);
}

/** "Saya juga mengalami": counts once per supporter; a repeated one changes nothing. */
export async function supportReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const id = valid.value.reportId;
  const [row] = await findReports(deps.database, [id]);
  if (!row || !may(viewer, policyFacts(row, viewer, deps.lookupSecret), 'support')) return NOT_FOUND;
  const hash = supporterHash(deps, viewer, id);
  if (hash) {
    await deps.database.transaction((em) =>
      em.execute(
        `with added as (insert into support (report_id, supporter_hash, at) values (?, ?, ?) on conflict do nothing returning report_id)
         update report set support_count = support_count + 1 from added where report.id = added.report_id`,
        [id, hash, deps.clock.now().toISOString()],
      ),
    );
  }
  return done({ reportId: id });
}
