import type { Database } from '@lapor/database';
import { buildCalendar, type Holiday } from '@lapor/working-days';
import { buildClosingDaysBook, type CalendarVersion } from '../calendar/index.ts';
import { countDeadline, type ClockKind, type ClockPause, type RuleBook } from '../clock/index.ts';
import { deriveMoves } from './derive-moves.ts';
import { summarise, type DeadlineMoves, type Move } from './moves.ts';

/** Counting this many takes about a second. */
const EXAMINED_AT_MOST = 50_000;
/** Reports whose whole history has to be read, because a pause is limited in days. */
const DERIVED_AT_MOST = 2_000;

interface Row {
  id: string;
  reportId: string;
  kind: ClockKind;
  organisationId: string | null;
  countedFrom: Date;
  timeZone: string;
  length: number;
  unit: 'WORKING' | 'CALENDAR';
  pauses: (Omit<ClockPause, 'from' | 'until'> & { from: string; until: string })[];
  capOn: string | null;
  governmentId: string | null;
  closingDaysId: number | null;
}

/** Running clocks whose days reach over one of the changed days; a day before the start or after the end moves nothing. */
const REACHING = `from clock c where c.stopped_at is null
  and c.due_at > ($1::date)::timestamp at time zone 'Asia/Jayapura'
  and c.counted_from < ($2::date + 1)::timestamp at time zone 'Asia/Jakarta'`;

/** What deadlines would be if these days were off, and those were working days. Writes nothing. */
export async function previewCalendar(
  database: Database,
  rules: RuleBook,
  change: { daysOff: readonly string[]; workingDays: readonly string[] },
  now: Date,
): Promise<DeadlineMoves> {
  const dates = [...change.daysOff, ...change.workingDays].sort();
  const newest = rules.calendars.at(-1);
  if (dates.length === 0 || !newest) return summarise([], { candidates: 0, examined: 0 }, now);
  const changed = withChange(newest, change, now);
  const span = [dates[0], dates.at(-1)];
  const rows = await database.query<Row>(
    'clocks-reaching-over-days',
    `select c.id, c.report_id as "reportId", c.kind, c.organisation_id as "organisationId", c.counted_from as "countedFrom",
       c.time_zone as "timeZone", c.length, c.unit, c.pauses, c.cap_on::text as "capOn", c.government_id as "governmentId",
       c.closing_days_id as "closingDaysId" ${REACHING} order by c.due_at, c.id limit $3`,
    [...span, EXAMINED_AT_MOST],
  );
  const candidates =
    rows.length < EXAMINED_AT_MOST
      ? rows.length
      : Number(
          (
            await database.query<{ n: string }>(
              'clocks-reaching-count',
              `select count(*) as n ${REACHING}`,
              span,
            )
          )[0]!.n,
        );

  const needsHistory = rows.filter((row) => isCountedByHistory(row, rules));
  const slow = new Set(needsHistory.map(({ reportId }) => reportId));
  const derived = new Set([...slow].slice(0, DERIVED_AT_MOST));
  // Counted for this question alone: what is built for it must not stay with the process.
  const book = buildClosingDaysBook(rules.closingDays.rows);
  const moves = rows
    .filter((row) => !isCountedByHistory(row, rules))
    .flatMap((row) => moveOf(row, rules, newest, { ...rules, closingDays: book }, changed));
  const after: RuleBook = { ...rules, calendars: [...rules.calendars, changed], closingDays: book };
  const asked = new Set(needsHistory.filter(({ reportId }) => derived.has(reportId)).map(({ id }) => id));
  for (const move of await deriveMoves(database, [...derived], rules, after))
    if (asked.has(move.clockId)) moves.push(move);
  const examined = rows.length - needsHistory.filter(({ reportId }) => !derived.has(reportId)).length;
  return summarise(moves, { candidates, examined }, now);
}

function withChange(
  { id, calendar }: CalendarVersion,
  { daysOff, workingDays }: { daysOff: readonly string[]; workingDays: readonly string[] },
  now: Date,
): CalendarVersion {
  const known = new Set(calendar.holidays.map(({ date }) => date));
  const added = [...new Set(daysOff)].filter((date) => !known.has(date));
  const holidays: Holiday[] = [
    ...calendar.holidays.filter(({ date }) => !workingDays.includes(date)),
    ...added.map((date): Holiday => ({ date, name: date, kind: 'NATIONAL', status: 'OFFICIAL' })),
  ];
  const { knownUntil } = calendar;
  return {
    id: id + 1,
    importedAt: now,
    calendar: buildCalendar({ version: 'preview', holidays, knownUntil }),
  };
}

/** Its row does not say how long it may stand still, or how far its outer limit reaches: that depends on the calendar itself. */
function isCountedByHistory({ pauses, capOn }: Row, { policies }: RuleBook): boolean {
  if (pauses.some(({ reason }) => reason === 'INFORMATION_REQUESTED' || reason === 'POSTPONED')) return true;
  const isOuterInWorkingDays = policies.some(({ limits }) =>
    limits.some(({ rule, limit }) => rule === 'OUTER_LIMIT' && limit?.unit === 'WORKING'),
  );
  return capOn !== null && isOuterInWorkingDays;
}

function moveOf(
  row: Row,
  before: RuleBook,
  present: CalendarVersion,
  after: RuleBook,
  changed: CalendarVersion,
): Move[] {
  const pauses = row.pauses.map((pause) => ({
    ...pause,
    from: new Date(pause.from),
    until: new Date(pause.until),
  }));
  const dueAt = ({ closingDays }: RuleBook, version: CalendarVersion) =>
    countDeadline({ ...row, pauses }, closingDays.calendarOf(version, row.governmentId, row.closingDaysId))
      .dueAt;
  const move = { before: dueAt(before, present), after: dueAt(after, changed) };
  if (move.before.getTime() === move.after.getTime()) return [];
  const { id, reportId, kind, organisationId, timeZone } = row;
  return [{ clockId: id, reportId, kind, organisationId, timeZone, ...move }];
}
