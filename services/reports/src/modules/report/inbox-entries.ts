import type { EntityManager } from '@mikro-orm/postgresql';
import { executePrepared } from '@lapor/database';
import type { EventInserts } from '@lapor/events';
import { textArray } from '../organisation/index.ts';
import type { Report } from './entity.ts';

/** Lists of an officer's inbox. OVERDUE is not one of them: it cuts across by time. */
export type InboxBucket = 'TO_VERIFY' | 'NEW' | 'WAITING_FOR_US' | 'WAITING_FOR_CITIZEN' | 'DONE';

/** In which list a report stands for those who handle it. `null`: in none. */
export function bucketOf(
  report: Pick<Report, 'state' | 'deskOrganisationId'> & Partial<Pick<Report, 'waitsFor'>>,
): InboxBucket | null {
  switch (report.state) {
    case 'SUBMITTED':
      return report.deskOrganisationId === null ? null : 'TO_VERIFY';
    case 'POSTPONED':
      return null;
    case 'DISPOSED':
      return report.waitsFor === 'CITIZEN' ? 'WAITING_FOR_CITIZEN' : 'NEW';
    case 'IN_PROGRESS':
      return report.waitsFor === 'CITIZEN' ? 'WAITING_FOR_CITIZEN' : 'WAITING_FOR_US';
    case 'COMPLETED':
    case 'ARCHIVED':
      return 'DONE';
  }
}

/** Organisations in whose inbox a report stands: every level above the handlers, but for a confidential one the handlers alone. */
export function inboxesOf(paths: readonly (readonly string[])[], isConfidential: boolean): string[] {
  return [...new Set(paths.flatMap((path) => (isConfidential ? path.slice(-1) : path)))];
}

interface Insert {
  sql: string;
  values: unknown[];
}

/** Brings the inbox rows of a report up to its present state, in one statement with the entries of history and audit and the events. */
export async function refreshInbox(
  em: EntityManager,
  report: Pick<Report, 'id' | 'state' | 'deskOrganisationId' | 'isConfidential'> &
    Partial<Pick<Report, 'waitsFor' | 'endedAt'>>,
  handlerPaths: readonly (readonly string[])[],
  deskPath: readonly string[],
  { history, audit, events }: { history?: Insert; audit?: Insert; events?: EventInserts } = {},
): Promise<void> {
  const bucket = bucketOf(report);
  const paths = bucket === 'TO_VERIFY' ? [deskPath] : handlerPaths;
  const organisations = bucket === null ? [] : inboxesOf(paths, report.isConfidential);
  // Ended reports stand in the order in which they ended; open ones by what is due, unknown last.
  const endedAt = report.endedAt?.toISOString() ?? null;
  await executePrepared(
    em,
    `with told as (insert into master_change (master_id, sequence) select r.id, r.sequence from report r
       where r.id = ?::uuid and exists (select from report d where d.master_id = r.id)
       on conflict (master_id) do update set sequence = greatest(master_change.sequence, excluded.sequence)),
     ${history ? `entered as (${history.sql}), ` : ''}${audit ? `noted as (${audit.sql}), ` : ''}wanted as (select unnest(?::text[]) as organisation_id),
     gone as (delete from inbox_entry where report_id = ?::uuid and organisation_id not in (select organisation_id from wanted)),
     placed as (
       insert into inbox_entry (organisation_id, report_id, bucket, next_due_at)
       select w.organisation_id, r.id, ?, coalesce(?::timestamptz, r.next_due_at, 'infinity') from wanted w, report r where r.id = ?::uuid
       on conflict (organisation_id, report_id) do update set bucket = excluded.bucket, next_due_at = excluded.next_due_at
     )${events ? `, ${events.part} ${events.end}` : ' select'}`,
    [
      report.id,
      ...(history?.values ?? []),
      ...(audit?.values ?? []),
      textArray(organisations),
      report.id,
      bucket ?? 'DONE',
      endedAt,
      report.id,
      ...(events?.values ?? []),
    ],
  );
}
