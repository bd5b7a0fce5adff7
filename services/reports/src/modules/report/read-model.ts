import type { Clock } from '@lapor/clock';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import type { LifecycleFacts } from './lifecycle.ts';
import type { AssignmentFacts, PolicyFacts } from './policy-facts.ts';
import { pointFromRow, type GeoPoint } from './entity.ts';
import type {
  ArchiveCode,
  AssignmentRole,
  ClosingCode,
  ReportChannel,
  ReportClass,
  ReportKind,
  ReportState,
  WaitsFor,
} from './vocabulary.ts';

/** A running assignment as lists and policy need it. */
export interface AssignmentRow {
  organisationId: string;
  role: AssignmentRole;
  path: string[];
  assignedAt: string;
  isHandedOver: boolean;
  standInOrganisationId: string | null;
  handOverId: string | null;
  handOverUntil: string | null;
}

/** A report as the named reads select it (`REPORT_COLUMNS`). */
export interface ReportRow {
  id: string;
  number: string;
  sequence: number;
  account_lookup: Uint8Array | null;
  kind: ReportKind;
  class: ReportClass | null;
  state: ReportState;
  title: string;
  text: string;
  occurred_on: string | null;
  place_text: string | null;
  location: { x: number; y: number } | null;
  region_code: string | null;
  category_id: string | null;
  suggested_organisation_id: string | null;
  channel: ReportChannel;
  public_name: string | null;
  is_anonymous: boolean;
  is_confidential: boolean;
  is_published: boolean;
  published_at: Date | null;
  is_held: boolean;
  withheld_until: Date | null;
  master_id: string | null;
  excluded_organisation_ids: string[];
  has_identity: boolean;
  desk_organisation_id: string | null;
  desk_path: string[] | null;
  lead_organisation_id: string | null;
  waits_for: WaitsFor;
  return_count: number;
  support_count: number;
  missing_data: string | null;
  archive_code: ArchiveCode | null;
  closing_code: ClosingCode | null;
  rating: number | null;
  submitted_at: Date;
  updated_at: Date;
  ended_at: Date | null;
  next_due_at: Date | null;
  next_due_clock: string | null;
  closes_automatically_at: Date | null;
  erasure_asked_at: Date | null;
  assignments: AssignmentRow[] | null;
}

/** What of `ReportRow` stands in the report's own row; for a table aliased `r`. */
const OWN_COLUMNS = `r.id, r.number, r.sequence, r.account_lookup, r.kind, r.class, r.state, r.title, r.text, r.occurred_on, r.place_text, r.location,
  r.region_code, r.category_id, r.suggested_organisation_id, r.channel, r.public_name, r.is_anonymous, r.is_confidential, r.is_published,
  r.published_at, r.withhold_reason is not null as is_held, r.withheld_until, r.master_id, r.excluded_organisation_ids, r.has_identity, r.desk_organisation_id,
  r.lead_organisation_id, r.waits_for, r.return_count, r.support_count, r.missing_data, r.archive_code, r.closing_code, r.rating, r.submitted_at,
  r.updated_at, r.ended_at, r.next_due_at, r.next_due_clock, r.closes_automatically_at, r.erasure_asked_at`;

/** Columns of `ReportRow` for a table aliased `r`: one statement brings everything that policy and lists need. */
export const REPORT_COLUMNS = `${OWN_COLUMNS}, (select d.path from organisation d where d.id = r.desk_organisation_id) as desk_path,
  (select json_agg(json_build_object('organisationId', a.organisation_id, 'role', a.role, 'path', a.path, 'assignedAt', a.assigned_at,
     'isHandedOver', a.is_handed_over, 'standInOrganisationId', a.stand_in_organisation_id, 'handOverId', a.hand_over_id, 'handOverUntil', a.hand_over_until) order by a.role desc, a.assigned_at)
   from assignment a where a.report_id = r.id and a.ended_at is null) as assignments`;

/** The same of a report that nobody handles yet, at no desk but the national one. */
export const NEW_REPORT_COLUMNS = `${OWN_COLUMNS}, null::text[] as desk_path, null::json as assignments`;

/** Keyed hash under which an account's reports are found; the account itself is never stored in the open. */
export const accountLookup = (lookupSecret: string, accountId: string): Buffer =>
  keyedHash(lookupSecret, 'account', accountId);

/** Whether a stored look-up is the viewer's. */
export function ownsReport(viewer: Viewer, lookup: Uint8Array | null, lookupSecret: string): boolean {
  return (
    lookup !== null &&
    viewer.accountId !== undefined &&
    accountLookup(lookupSecret, viewer.accountId).equals(lookup)
  );
}

/** What the policy asks of a running assignment. */
export const assignmentFacts = (
  {
    organisationId,
    role,
    path,
    isHandedOver,
    standInOrganisationId,
    handOverId,
    handOverUntil,
  }: {
    organisationId: string;
    role: AssignmentRole;
    path: readonly string[];
    isHandedOver: boolean;
    standInOrganisationId?: string | null | undefined;
    handOverId?: string | null | undefined;
    handOverUntil?: string | Date | null | undefined;
  },
  now: Date,
): AssignmentFacts => ({
  organisationId,
  role,
  path,
  isHandedOver,
  standInOrganisationId: standInOrganisationId ?? null,
  // Past its day a link opens nothing, whether or not the job has ended it already.
  handOverId: handOverId && handOverUntil && new Date(handOverUntil) > now ? handOverId : null,
});

/** What the policy asks of a row. */
export const policyFacts = (
  row: ReportRow,
  viewer: Viewer,
  { lookupSecret, clock }: { lookupSecret: string; clock: Clock },
): PolicyFacts => ({
  id: row.id,
  state: row.state,
  isAnonymous: row.is_anonymous,
  isConfidential: row.is_confidential,
  isPublished: row.is_published,
  regionCode: row.region_code,
  deskOrganisationId: row.desk_organisation_id,
  deskPath: row.desk_path ?? [],
  assignments: (row.assignments ?? []).map((assignment) => assignmentFacts(assignment, clock.now())),
  excludedOrganisationIds: row.excluded_organisation_ids,
  viewerOwnsReport: ownsReport(viewer, row.account_lookup, lookupSecret),
});

/** What the lifecycle asks of a row. */
export const lifecycleFacts = (row: ReportRow): LifecycleFacts => ({
  state: row.state,
  endedAt: row.ended_at,
  returnCount: row.return_count,
  rating: row.rating,
  isAnonymous: row.is_anonymous,
  isConfidential: row.is_confidential,
  hasIdentity: row.has_identity,
  isPublished: row.is_published,
  isHeld: row.is_held,
  isDuplicate: row.master_id !== null,
  archiveCode: row.archive_code,
});

export const pointOf = (row: ReportRow): GeoPoint | null => pointFromRow(row.location);
