import type { Database } from '@lapor/database';
import type { ClockKind } from '../clock/index.ts';
import type { Confidential } from './policy.ts';
import type { WarningKind } from './vocabulary.ts';

export interface WarningRow {
  reportId: string;
  clockId: string;
  clockKind: ClockKind;
  kind: WarningKind;
  at: Date;
  organisationId: string | null;
  /** Exclusive end of the clock. */
  dueAt: Date;
  timeZone: string;
  isRunning: boolean;
}

const WARNING = `t.report_id as "reportId", t.clock_id as "clockId", t.clock_kind as "clockKind", t.kind, t.due_at as at,
  t.organisation_id as "organisationId", c.due_at as "dueAt", c.time_zone as "timeZone", t.runs as "isRunning"`;
const IS_WARNING = `t.reached and t.kind in ('HALF', 'LAST_DAY', 'BREACH') and t.clock_kind <> 'OMBUDSMAN'`;

/** A warning in a list, with what decides whether it leads to its report. */
export interface ListedWarningRow extends WarningRow {
  isPublished: boolean;
  regionCode: string | null;
}

/** All warnings of some reports, oldest first. One statement. */
export function findWarnings(database: Database, reportIds: readonly string[]): Promise<WarningRow[]> {
  return database.query<WarningRow>(
    'warnings-of-reports',
    `select ${WARNING} from timer t join clock c on c.id = t.clock_id
     where t.report_id = any($1) and ${IS_WARNING} order by t.due_at, t.clock_id, t.kind`,
    [reportIds],
  );
}

/**
 * What stands now, the earliest deadline first, so that what is late longest stands on top: of each clock that still runs the gravest
 * warning, of an organisation and all below it.
 * @param organisationId `null`: what the national desk has to do.
 */
export function listWarnings(
  database: Database,
  organisationId: string | null,
  confidential: Confidential,
  page: { after: { dueAt: string; clockId: string } | null; limit: number },
): Promise<ListedWarningRow[]> {
  return database.query<ListedWarningRow>(
    organisationId === null ? 'warnings-of-desk' : 'warnings-of-organisation',
    `select ${WARNING}, f.is_published as "isPublished", f.region_code as "regionCode"
     from timer t join clock c on c.id = t.clock_id join report_fact f on f.report_id = t.report_id
     where ${IS_WARNING} and t.runs
       and ${organisationId === null ? '$1::text is null and t.organisation_id is null' : 't.organisation_id in (select id from organisation where path @> array[$1])'}
       and not exists (
         select from timer later
         where later.clock_id = t.clock_id and later.reached and later.due_at > t.due_at and later.kind in ('LAST_DAY', 'BREACH'))
       and (not f.is_confidential or $2 or exists (
         select from jsonb_to_recordset(f.assignments) as a ("organisationId" text) where a."organisationId" = any($3)))
       and ($4::timestamptz is null or (c.due_at, t.clock_id) > ($4, $5))
     order by c.due_at, t.clock_id limit $6`,
    [
      organisationId,
      confidential.all,
      confidential.all ? [] : confidential.handledBy,
      page.after?.dueAt ?? null,
      page.after?.clockId ?? null,
      page.limit,
    ],
  );
}
