import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { noteInAudit, type AuditAction } from '../audit/index.ts';
import {
  boundKey,
  done,
  findReports,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  requestKey,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { holdMatter, supporterHash, type Matter } from './matter.ts';

const schema = z.object({ reportId, requestKey });

/** What is said of a report, or taken back: changes the rows and counts; answers whether anything was changed. */
export type SupportChange = (
  em: EntityManager,
  own: { reportId: string; hash: Buffer; at: Date },
  matter: Matter,
) => Promise<boolean>;

/** The frame of both: who may, one at a time for each matter, once for each key, and noted without a name. */
export async function changeSupport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
  action: Extract<AuditAction, 'SUPPORTED' | 'SUPPORT_WITHDRAWN'>,
  change: SupportChange,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reportId: id, requestKey: key } = valid.value;
  const [row] = await findReports(deps.database, [id]);
  if (!row || !may(viewer, policyFacts(row, viewer, deps), 'support')) return NOT_FOUND;
  const hash = supporterHash(deps, viewer, id);
  if (hash) {
    const at = deps.clock.now();
    await deps.database.transaction(async (em) => {
      const matter = await holdMatter(em, deps, viewer, row);
      if (key !== null) {
        const isNew = await em.execute<unknown[]>(
          'insert into support_request (key, at) values (?, ?) on conflict do nothing returning key',
          [boundKey(viewer, action, key, id), at.toISOString()],
        );
        if (isNew.length === 0) return;
      }
      if (!(await change(em, { reportId: id, hash, at }, matter))) return;
      await noteInAudit(em, {
        at,
        action,
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
