import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { withAddressee } from './addressee.ts';
import type { OversightCase, OversightLetter } from './case.ts';
import type { CaseAccess } from './policy.ts';
import type { LetterState, OversightState } from './vocabulary.ts';

/** What is known of a report where its oversight is judged; `null` handlers' paths are those of today. */
export interface OverseenReport extends Omit<CaseAccess, 'officeId'> {
  reportId: string;
  number: string | null;
  state: string;
  /** Root of the lead's government. */
  governmentId: string | null;
  submittedAt: Date;
  isPublished: boolean;
}

const HANDLERS = `coalesce((
    select json_agg(json_build_object('organisationId', a."organisationId", 'role', a.role, 'path', coalesce(o.path, a.path)))
    from jsonb_to_recordset(f.assignments) as a ("organisationId" text, role text, path text[])
    left join organisation o on o.id = a."organisationId"), '[]')`;
const REPORT = `f.report_id as "reportId", f.number, f.state as "reportState", f.region_code as "regionCode",
  f.is_confidential as "isConfidential", f.is_published as "isPublished", f.government_id as "governmentId",
  f.submitted_at as "submittedAt", ${HANDLERS} as handlers`;
const CASE = `c.id, c.ordinal, c.opened_at as "openedAt", c.opened_by as "openedBy", c.state, c.office_id as "officeId",
  c.clarification, c.due_at as "dueAt", c.recommended_at as "recommendedAt", c.closed_at as "closedAt", c.outcome,
  c.changed_at as "changedAt"`;
const LETTER = `l.id, l.case_id as "caseId", l.report_id as "reportId", l.state, l.addressee_id as "addresseeId",
  l.drafted_at as "draftedAt", l.missed_at as "missedAt", l.version, l.paragraphs, l.year, l.sequence, l.content, l.approved_at as "approvedAt",
  l.sent_at as "sentAt", l.failure, l.replied_at as "repliedAt"`;

/** A case with the report that it is about. */
export type CaseRow = Omit<OversightCase, 'reportId'> &
  Omit<OverseenReport, 'state'> & { reportState: string };
/** A letter with its case. */
export interface LetterRow extends OversightLetter {
  kase: CaseRow;
}

/** Holds the report's row until the end of the transaction: one change of its oversight at a time. */
export async function lockReport(em: EntityManager, reportId: string): Promise<OverseenReport | null> {
  const [row] = await em.execute<
    (Omit<OverseenReport, 'submittedAt'> & { reportState: string; submittedAt: string })[]
  >(`select ${REPORT} from report_fact f where f.report_id = ? for update of f`, [reportId]);
  return row ? { ...row, state: row.reportState, submittedAt: new Date(row.submittedAt) } : null;
}

/** Some reports as their oversight is judged. One statement. */
export async function findOverseen(
  database: Database,
  reportIds: readonly string[],
): Promise<OverseenReport[]> {
  const rows = await database.query<Omit<OverseenReport, 'state'> & { reportState: string }>(
    'overseen-reports',
    `select ${REPORT} from report_fact f where f.report_id = any($1)`,
    [reportIds],
  );
  return rows.map(({ reportState, ...row }) => ({ ...row, state: reportState }));
}

/** Cases of some reports, the newest of each first. One statement. */
export async function findCasesOf(database: Database, reportIds: readonly string[]): Promise<CaseRow[]> {
  const rows = await database.query<CaseRow>(
    'oversight-cases-of-reports',
    `select ${CASE}, ${REPORT} from oversight_case c join report_fact f on f.report_id = c.report_id
     where c.report_id = any($1) order by c.report_id, c.ordinal desc`,
    [reportIds],
  );
  return rows.map(fromRow);
}

export async function findCase(database: Database, id: string): Promise<CaseRow | null> {
  const [row] = await database.query<CaseRow>(
    'oversight-case',
    `select ${CASE}, ${REPORT} from oversight_case c join report_fact f on f.report_id = c.report_id where c.id = $1`,
    [id],
  );
  return row ? fromRow(row) : null;
}

/** Which cases a viewer may find in a list; the policy judges each row once more. */
export interface Reach {
  /** Everything, or everything that is not confidential. */
  all: 'EVERYTHING' | 'NOT_CONFIDENTIAL' | 'NOTHING';
  /** The same of letters that nobody has approved yet. */
  drafts: 'EVERYTHING' | 'NOT_CONFIDENTIAL' | 'NOTHING';
  /** Offices of the Ombudsman at which the viewer works. */
  officeIds: readonly string[];
  /** Provinces of these offices. */
  provinces: readonly string[];
  /** Organisations at which the viewer handles reports. */
  organisationIds: readonly string[];
}

export interface CaseFilter {
  states: readonly OversightState[] | null;
  officeId: string | null;
  /** Only those in which a clarification is waited for past its end. */
  isLate: boolean | null;
  governmentId: string | null;
}

const REACHES = `(
    $1 = 'EVERYTHING' or ($1 = 'NOT_CONFIDENTIAL' and not f.is_confidential)
    or c.office_id = any($2::text[]) or left(f.region_code, 2) = any($3::text[])
    or exists (
      select from jsonb_to_recordset(f.assignments) as a ("organisationId" text, path text[])
      left join organisation o on o.id = a."organisationId"
      where case when f.is_confidential then a."organisationId" = any($4::text[]) else coalesce(o.path, a.path) && $4::text[] end)
  )`;

/** A page of cases, the one that waits longest first. One statement. */
export async function listCases(
  database: Database,
  reach: Reach,
  filter: CaseFilter,
  now: Date,
  { first, after }: { first: number; after: readonly [string, string] | null },
): Promise<CaseRow[]> {
  const rows = await database.query<CaseRow>(
    'oversight-cases',
    `select ${CASE}, ${REPORT} from oversight_case c join report_fact f on f.report_id = c.report_id
     where ${REACHES}
       and ($5::text[] is null or c.state = any($5)) and ($6::text is null or c.office_id = $6)
       and ($7::boolean is null or $7 = coalesce(c.due_at <= $8, false))
       and ($9::text is null or f.government_id = $9)
       and ($10::timestamptz is null or (c.opened_at, c.id) > ($10, $11))
     order by c.opened_at, c.id limit $12`,
    [
      ...reachOf(reach),
      filter.states,
      filter.officeId,
      filter.isLate,
      now,
      filter.governmentId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      first + 1,
    ],
  );
  return rows.map(fromRow);
}

const reachOf = ({ all, officeIds, provinces, organisationIds }: Reach) => [
  all,
  officeIds,
  provinces,
  organisationIds,
];

/** How many cases there are in each state, of those that the viewer finds. One statement. */
export function countCases(
  database: Database,
  reach: Reach,
): Promise<{ state: OversightState; count: number }[]> {
  return database.query(
    'oversight-case-counts',
    `select c.state, count(*)::int as count from oversight_case c join report_fact f on f.report_id = c.report_id
     where ${REACHES} group by c.state`,
    reachOf(reach),
  );
}

/** Letters of some cases, oldest first. One statement. */
export async function findLettersOf(
  database: Database,
  caseIds: readonly string[],
): Promise<OversightLetter[]> {
  const rows = await database.query<OversightLetter>(
    'oversight-letters-of-cases',
    `select ${LETTER} from oversight_letter l where l.case_id = any($1) order by l.drafted_at, l.id`,
    [caseIds],
  );
  return rows.map(letterFromRow);
}

export async function findLetter(database: Database, id: string): Promise<LetterRow | null> {
  const [letter] = await database.query<OversightLetter>(
    'oversight-letter',
    `select ${LETTER} from oversight_letter l where l.id = $1`,
    [id],
  );
  const kase = letter && (await findCase(database, letter.caseId));
  return letter && kase ? withAddressee({ ...letterFromRow(letter), kase }, kase) : null;
}

/** A page of letters with their cases, the oldest first. One statement. */
export async function listLetters(
  database: Database,
  reach: Reach,
  addresseeIds: readonly string[],
  states: readonly LetterState[] | null,
  { first, after }: { first: number; after: readonly [string, string] | null },
): Promise<LetterRow[]> {
  const rows = await database.query<{ letter: OversightLetter; kase: CaseRow }>(
    'oversight-letters',
    `select json_build_object(${LETTER.split(',').map(asPair).join(', ')}) as letter,
       json_build_object(${CASE.split(',').map(asPair).join(', ')}, 'reportId', f.report_id, 'number', f.number,
         'reportState', f.state, 'regionCode', f.region_code, 'isConfidential', f.is_confidential,
         'isPublished', f.is_published, 'governmentId', f.government_id, 'submittedAt', f.submitted_at,
         'handlers', ${HANDLERS}) as kase
     from oversight_letter l join oversight_case c on c.id = l.case_id join report_fact f on f.report_id = l.report_id
     where (${REACHES} or (l.state <> 'DRAFT' and l.addressee_id = any($5::text[])))
       and (l.state <> 'DRAFT' or $6 = 'EVERYTHING' or ($6 = 'NOT_CONFIDENTIAL' and not f.is_confidential)
         or c.office_id = any($2::text[]) or left(f.region_code, 2) = any($3::text[]))
       and ($7::text[] is null or l.state = any($7))
       and ($8::timestamptz is null or (l.drafted_at, l.id) > ($8, $9))
     order by l.drafted_at, l.id limit $10`,
    [
      ...reachOf(reach),
      addresseeIds,
      reach.drafts,
      states,
      after?.[0] ?? null,
      after?.[1] ?? null,
      first + 1,
    ],
  );
  return rows.map(({ letter, kase }) =>
    withAddressee({ ...letterFromRow(letter), kase: fromRow(kase) }, kase),
  );
}

/** `c.opened_at as "openedAt"` as a pair of a JSON object. */
function asPair(column: string): string {
  const [expression, alias] = column.trim().split(/\s+as\s+/);
  return `'${alias?.replaceAll('"', '') ?? expression!.split('.').at(-1)}', ${expression}`;
}

const date = (value: Date | string): Date => new Date(value);
const dateOrNull = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

/** Instants within JSON are text. */
function fromRow(row: CaseRow): CaseRow {
  const { clarification } = row;
  return {
    ...row,
    openedAt: date(row.openedAt),
    recommendedAt: dateOrNull(row.recommendedAt),
    closedAt: dateOrNull(row.closedAt),
    changedAt: date(row.changedAt),
    submittedAt: date(row.submittedAt),
    clarification: clarification && {
      ...clarification,
      askedAt: date(clarification.askedAt),
      givenAt: dateOrNull(clarification.givenAt),
      endedAt: dateOrNull(clarification.endedAt),
      dueAt: date(clarification.dueAt),
    },
  };
}

const letterFromRow = (row: OversightLetter): OversightLetter => ({
  ...row,
  draftedAt: date(row.draftedAt),
  missedAt: date(row.missedAt),
  approvedAt: dateOrNull(row.approvedAt),
  sentAt: dateOrNull(row.sentAt),
  repliedAt: dateOrNull(row.repliedAt),
});
