import type { Database } from '@lapor/database';
import type { ReportAccess } from './authority.ts';
import {
  CLOCK_KINDS,
  type ClockKind,
  type ClockPause,
  type ClockStart,
  type DerivedClock,
} from './clock-kinds.ts';

/** A report's clocks with what decides who may see them. */
export interface ReportClocks extends ReportAccess {
  reportId: string;
  /** By kind, then by age. */
  clocks: DerivedClock[];
}

type JsonPause = Omit<ClockPause, 'from' | 'until'> & { from: string; until: string };
type JsonClock = Omit<
  DerivedClock,
  'startedBy' | 'startedAt' | 'countedFrom' | 'stoppedAt' | 'dueAt' | 'pauses'
> & {
  startedAt: string;
  /** Not yet of a clock that an earlier release derived. */
  startedBy: ClockStart | null;
  countedFrom: string;
  stoppedAt: string | null;
  dueAt: string;
  pauses: JsonPause[];
};
type Row = Omit<ReportClocks, 'clocks'> & { clocks: JsonClock[] };

/** The clocks of a page of reports, in one statement. Paths are those of today where an organisation is known. */
export async function findReportClocks(
  database: Database,
  reportIds: readonly string[],
): Promise<ReportClocks[]> {
  const rows = await database.query<Row>(
    'clocks-of-reports',
    `select f.report_id as "reportId", f.is_confidential as "isConfidential", f.is_published as "isPublished",
       coalesce((
         select json_agg(json_build_object('organisationId', a."organisationId", 'path', coalesce(o.path, a.path)))
         from jsonb_to_recordset(f.assignments) as a ("organisationId" text, path text[])
         left join organisation o on o.id = a."organisationId"), '[]') as handlers,
       coalesce((
         select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'ordinal', c.ordinal, 'organisationId', c.organisation_id,
           'startedAt', c.started_at, 'startedBy', c.started_by, 'countedFrom', c.counted_from, 'stoppedAt', c.stopped_at, 'outcome', c.outcome,
           'timeZone', c.time_zone, 'length', c.length, 'unit', c.unit, 'pauses', c.pauses, 'capOn', c.cap_on,
           'policyVersion', c.policy_version, 'calendarId', c.calendar_id, 'governmentId', c.government_id, 'closingDaysId', c.closing_days_id, 'dueAt', c.due_at))
         from clock c where c.report_id = f.report_id), '[]') as clocks
     from report_fact f where f.report_id = any($1)`,
    [reportIds],
  );
  return rows.map((row) => ({ ...row, clocks: row.clocks.map(fromJson).sort(byKind) }));
}

const USUAL_START: Record<ClockKind, ClockStart> = {
  VERIFICATION: 'SUBMISSION',
  FIRST_RESPONSE: 'SUBMISSION',
  FOLLOW_UP: 'DISPOSITION',
  RESOLUTION: 'DISPOSITION',
  OUTER_LIMIT: 'SUBMISSION',
  REPLY_TURN: 'REPLY',
  OMBUDSMAN: 'SUBMISSION',
  POSTPONEMENT: 'POSTPONEMENT',
  AUTO_CLOSE: 'RESULT',
};

const fromJson = (clock: JsonClock): DerivedClock => ({
  ...clock,
  startedAt: new Date(clock.startedAt),
  startedBy: clock.startedBy ?? USUAL_START[clock.kind],
  countedFrom: new Date(clock.countedFrom),
  stoppedAt: clock.stoppedAt === null ? null : new Date(clock.stoppedAt),
  dueAt: new Date(clock.dueAt),
  pauses: clock.pauses.map((pause) => ({
    ...pause,
    from: new Date(pause.from),
    until: new Date(pause.until),
  })),
});

const place = ({ kind }: DerivedClock) => CLOCK_KINDS.indexOf(kind);
const byKind = (a: DerivedClock, b: DerivedClock) => place(a) - place(b) || a.ordinal - b.ordinal;
