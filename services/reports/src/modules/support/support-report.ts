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
      const master = row.master_id ?? id;
      const matter = await em.execute<{ id: string }[]>(
        'select id from report where id = ? or master_id = ?',
        [master, master],
      );
      const hashes = matter.map((one) => supporterHash(deps, viewer, one.id)!.toString('hex'));
      // For the master it counts once per supporter, whichever of the reports of the matter was supported.
      const added = await em.execute<unknown[]>(
        `with before as (select exists (select from unnest(?::uuid[], ?::text[]) as w (report_id, hash)
           join support s on s.report_id = w.report_id and s.supporter_hash = decode(w.hash, 'hex')) as known),
         added as (insert into support (report_id, supporter_hash, at) values (?, ?, ?) on conflict do nothing returning report_id),
         counted as (update report r set support_count = r.support_count + 1 from added, before
           where (r.id = added.report_id and r.id <> ?::uuid) or (r.id = ?::uuid and not before.known))
         select report_id from added`,
        [
          `{${matter.map((one) => one.id).join(',')}}`,
          `{${hashes.join(',')}}`,
          id,
          hash,
          at.toISOString(),
          master,
          master,
        ],
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
