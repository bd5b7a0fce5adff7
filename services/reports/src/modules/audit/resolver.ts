import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { decodeCursor, encodeCursor, pageOf } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { Officer, Organisation, pageSize } from '../report/graphql-index.ts';
import { plain } from '../report/index.ts';
import { ReportAuditEntry, ReportAuditEntryConnection, ReportAuditFilter } from './graphql.ts';
import { auditReach } from './policy.ts';
import { listAudit, type AuditRow } from './repository.ts';

@Resolver()
export class AuditResolver {
  @Query(() => ReportAuditEntryConnection, {
    description:
      'The audit of reports, newest first: all for the national desk, the own subtree for agency admins and heads, empty for others.',
  })
  async reportAuditEntries(
    @Ctx() { database, viewer }: ReportsContext,
    @Arg('filter', () => ReportAuditFilter, { nullable: true, description: 'Which entries.' })
    filter: ReportAuditFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportAuditEntryConnection> {
    const size = pageSize(first);
    const { verdict, within } = auditReach(viewer);
    const given = (value: string | null | undefined) => plain(value?.slice(0, 200) ?? '') || null;
    const rows = verdict.allowed
      ? await listAudit(
          database,
          {
            within,
            organisationId: given(filter?.organisationId),
            reportNumber: given(filter?.reportNumber)?.replace(/\s/g, '') ?? null,
            actorId: given(filter?.actorId),
            actions: filter?.actions ?? null,
            from: filter?.from ?? null,
            until: filter?.until ?? null,
          },
          positionOf(after),
          size + 1,
        )
      : [];
    return pageOf(rows, size, ({ id }) => encodeCursor(id), toEntry);
  }
}

/** A cursor that is none of ours begins anew. */
function positionOf(cursor: string | null): number | null {
  const [id] = decodeCursor(cursor) ?? [];
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}

const toEntry = (row: AuditRow): ReportAuditEntry =>
  Object.assign(new ReportAuditEntry(), {
    id: String(row.id),
    at: row.at,
    action: row.action,
    actorKind: row.actor_kind,
    actor:
      row.actor_kind === 'OFFICER' && row.actor_id !== null
        ? Object.assign(new Officer(), { id: row.actor_id })
        : null,
    apiKeyId: row.actor_kind === 'KEY' ? row.actor_id : null,
    organisation:
      row.organisation_id === null ? null : Object.assign(new Organisation(), { id: row.organisation_id }),
    reportId: row.report_id,
    reportNumber: row.number,
  });
