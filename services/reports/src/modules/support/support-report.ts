import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
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
  const supporter = viewer.apiKey
    ? null
    : viewer.accountId
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
  if (!row || !may(viewer, policyFacts(row, viewer, deps), 'support')) return NOT_FOUND;
  const hash = supporterHash(deps, viewer, id);
  if (hash) {
    const at = deps.clock.now();
    await deps.database.transaction(async (em) => {
      const added = await em.execute<unknown[]>(
        `with added as (insert into support (report_id, supporter_hash, at) values (?, ?, ?) on conflict do nothing returning report_id)
         update report set support_count = support_count + 1 from added where report.id = added.report_id returning report.id`,
        [id, hash, at.toISOString()],
      );
      if (added.length === 0) return;
      await noteInAudit(em, {
        at,
        action: 'SUPPORTED',
        actorKind: 'CITIZEN',
        actorId: null,
        organisationId: null,
        reportId: id,
        paths: (row.assignments ?? []).map(({ path }) => path),
        facts: { number: row.number },
      });
    });
  }
  return done({ reportId: id });
}
