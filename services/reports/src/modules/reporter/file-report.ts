import { eventInserts } from '@lapor/events';
import { auditInsert } from '../audit/index.ts';
import {
  NEW_REPORT_COLUMNS,
  type ChangedReport,
  type GeoPoint,
  type RecordedTransition,
  type ReportRow,
} from '../report/index.ts';
import { SUBSCRIBERS } from '../../subscribers.ts';

/** A report that nobody but its sender knows yet; what is not named here begins as the table has it. */
export interface NewReport extends ChangedReport {
  submissionKeyHash: Buffer;
  submissionBodyHash: Buffer;
  accessCodeHash: Buffer;
  accountLookup: Buffer | null;
  title: string;
  text: string;
  occurredOn: string | null;
  placeText: string | null;
  location: GeoPoint | null;
  suggestedOrganisationId: string | null;
  excludedOrganisationIds: readonly string[];
  publicName: string | null;
  isAboutOfficers: boolean;
  /** Who reports, sealed; `null` when nothing is known. */
  sealedIdentity: Buffer | null;
}

/** Runs a statement with `?` for values: in a transaction, or as one of its own. */
export type Run = (text: string, values: readonly unknown[]) => Promise<ReportRow[]>;

/**
 * Writes a new report with its history, identity, audit and events, all in one statement, which is all or nothing by itself; gives it as
 * the named reads do. The text is the same for every report, so it is planned once.
 */
export async function fileReport(
  run: Run,
  report: NewReport,
  { history, audit, events }: RecordedTransition,
): Promise<ReportRow> {
  const note = auditInsert(audit);
  const told = eventInserts(SUBSCRIBERS, events);
  const [row] = await run(
    `with filed as (
       insert into report as r (id, number, submission_key_hash, submission_body_hash, access_code_hash, account_lookup, kind, state, title, text,
         occurred_on, place_text, location, region_code, category_id, suggested_organisation_id, excluded_organisation_ids, channel, public_name,
         is_anonymous, is_confidential, is_about_officers, has_identity, desk_organisation_id, waits_for, submitted_at, updated_at, sequence, history_seal)
       values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?::point, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, 'VERIFIER', ?::timestamptz, ?::timestamptz, ?::int, ?)
       returning ${NEW_REPORT_COLUMNS}
     ), entered as (${history.sql}), noted as (${note.sql}),
     sealed as (insert into sealed_identity (report_id, sealed, sealed_at) select s.report_id, s.sealed, s.at
       from (values (?::uuid, ?::bytea, ?::timestamptz)) as s (report_id, sealed, at) where s.sealed is not null),
     ${told.part}, sent as (${told.end})
     select * from filed`,
    [
      report.id,
      report.number,
      report.submissionKeyHash,
      report.submissionBodyHash,
      report.accessCodeHash,
      report.accountLookup,
      report.kind,
      report.state,
      report.title,
      report.text,
      report.occurredOn,
      report.placeText,
      report.location && `(${report.location.longitude},${report.location.latitude})`,
      report.regionCode,
      report.categoryId,
      report.suggestedOrganisationId,
      report.excludedOrganisationIds,
      report.channel,
      report.publicName,
      report.isAnonymous,
      report.isConfidential,
      report.isAboutOfficers,
      report.sealedIdentity !== null,
      report.deskOrganisationId ?? null,
      report.submittedAt.toISOString(),
      report.updatedAt.toISOString(),
      report.sequence,
      report.historySeal,
      ...history.values,
      ...note.values,
      report.id,
      report.sealedIdentity,
      report.submittedAt.toISOString(),
      ...told.values,
    ],
  );
  // In a transaction of the ORM instants come as text.
  return { ...row!, submitted_at: report.submittedAt, updated_at: report.updatedAt };
}
