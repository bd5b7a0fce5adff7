import { createHash } from 'node:crypto';
import type { Database } from '@lapor/database';
import type { LocalDate } from '@lapor/working-days';
import type { Period, Range } from './period.ts';
import type { Reading } from './question.ts';
import { COHORT_NUMBERS, LONGEST_DAYS, STATE_NUMBERS } from './tables.ts';
import type { Durations } from './times.ts';

/** Named statements over the tables of figures. Each reads the rows of one table, range by range along an index. */

export type CohortNumber = (typeof COHORT_NUMBERS)[number];
export type Sums = Record<CohortNumber, number>;

export const NOTHING = Object.fromEntries(COHORT_NUMBERS.map((name) => [name, 0])) as Sums;

/** Names of statements stand for one text, and PostgreSQL keeps 63 characters of them. */
const names = new Map<string, string>();
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `figures-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

const conditions = ({ where, fixed }: Pick<Reading, 'where' | 'fixed'>, first: number): string =>
  ['', ...where.map(({ column }, index) => `f.${column} = $${first + index}`), ...fixed].join(' and ');

/**
 * Rows of one table, range by range along an index. Grains stand in the text, and days are plain values: the planner then sees that one plan
 * does for all of them and plans the statement once for each connection, which takes longer than reading the rows.
 * @param first number of the first day among the values; `$1`: whether confidential reports are counted.
 */
const inRanges = (
  columns: string,
  table: string,
  ranges: readonly Range[],
  where: string,
  first: number,
): string =>
  ranges
    .map(
      ({ grain }, index) =>
        `select ${columns} from ${table} f where f.grain = '${grain}' and f.day >= $${first + 2 * index}::date
           and f.day < $${first + 2 * index + 1}::date and ($1 or not f.is_confidential)${where}`,
    )
    .join(' union all ');
const daysOf = (ranges: readonly Range[]): string[] => ranges.flatMap(({ from, until }) => [from, until]);

/** The rows that a question is answered from. */
export const rowsOf = (reading: Reading): string =>
  `(${inRanges('f.*', reading.table, reading.ranges, conditions(reading, 2), 2 + reading.where.length)}) f`;

/** The values of `rowsOf`, in their order. */
export const valuesOf = (reading: Reading, withConfidential: boolean): unknown[] => [
  withConfidential,
  ...reading.where.map(({ value }) => value),
  ...daysOf(reading.ranges),
];

/** The numbers of every group. @param onlyStates the others are not read and stay 0. */
export async function readSums(
  database: Database,
  reading: Reading,
  withConfidential: boolean,
  onlyStates: boolean,
): Promise<Map<string, Sums>> {
  if (reading.ranges.length === 0) return new Map();
  const numbers = onlyStates ? STATE_NUMBERS : COHORT_NUMBERS;
  const text = `select ${reading.key} as key, ${numbers.map((name) => `sum(f.${name})::bigint as ${name}`).join(', ')}
     from ${rowsOf(reading)} group by 1`;
  const rows = await database.query<Sums & { key: string }>(
    nameOf(text),
    text,
    valuesOf(reading, withConfidential),
  );
  return new Map(rows.map(({ key, ...sums }) => [key, onlyStates ? { ...NOTHING, ...sums } : sums]));
}

export interface GroupDurations {
  toFollowUp: Durations;
  toCompletion: Durations;
}

const HISTOGRAMS = {
  follow_up_days: ['toFollowUp', 'done'],
  left_before_follow_up: ['toFollowUp', 'left'],
  completion_days: ['toCompletion', 'done'],
  left_before_completion: ['toCompletion', 'left'],
} as const;

/**
 * How long it took in some groups. Two statements; one where the table has no open reports beside it.
 * @param today ages of open reports are counted to it.
 */
export async function readDurations(
  database: Database,
  reading: Reading,
  period: Period,
  sums: ReadonlyMap<string, Sums>,
  withConfidential: boolean,
  today: LocalDate,
): Promise<Map<string, GroupDurations>> {
  const groups = new Map<string, { [Of in keyof GroupDurations]: MutableDurations }>();
  for (const [key, { follow_up_day_sum, completion_day_sum }] of sums) {
    const waiting = () => (reading.waiting === null ? null : []);
    groups.set(key, {
      toFollowUp: { done: [], left: [], waiting: waiting(), daySum: follow_up_day_sum },
      toCompletion: { done: [], left: [], waiting: waiting(), daySum: completion_day_sum },
    });
  }
  if (groups.size === 0 || reading.ranges.length === 0) return groups;
  const keys = [...groups.keys()];
  const next = 2 + reading.where.length + 2 * reading.ranges.length;
  const countsText = `select ${reading.key} as key, h.name, (u.i - 1)::int as days, sum(u.n)::bigint as count
       from ${rowsOf(reading)}
       cross join lateral (values ${Object.keys(HISTOGRAMS)
         .map((name) => `('${name}', f.${name})`)
         .join(', ')}) as h (name, counts)
       cross join lateral unnest(h.counts) with ordinality as u (n, i)
       where u.n <> 0 and ${reading.key} = any($${next}) group by 1, 2, 3`;
  const openText = `select ${reading.key} as key, f.day, sum(f.follow_up)::int as follow_up, sum(f.completion)::int as completion
       from ${reading.waiting} f
       where f.day >= $1 and f.day < $2 and ($3 or not f.is_confidential)${conditions(reading, 5)}
         and ${reading.key} = any($4) group by 1, 2`;
  const [counts, open] = await Promise.all([
    database.query<{ key: string; name: keyof typeof HISTOGRAMS; days: number; count: number }>(
      nameOf(countsText),
      countsText,
      [...valuesOf(reading, withConfidential), keys],
    ),
    reading.waiting === null
      ? []
      : database.query<{ key: string; day: LocalDate; follow_up: number; completion: number }>(
          nameOf(openText),
          openText,
          [period.from, period.until, withConfidential, keys, ...reading.where.map(({ value }) => value)],
        ),
  ]);
  for (const { key, name, days, count } of counts) {
    const [of, what] = HISTOGRAMS[name];
    groups.get(key)![of][what][days] = count;
  }
  for (const { key, day, follow_up, completion } of open) {
    const age = Math.min(
      LONGEST_DAYS,
      Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)),
    );
    const group = groups.get(key)!;
    for (const [durations, count] of [
      [group.toFollowUp, follow_up],
      [group.toCompletion, completion],
    ] as const)
      durations.waiting![age] = (durations.waiting![age] ?? 0) + count;
  }
  return groups;
}

type MutableDurations = { done: number[]; left: number[]; waiting: number[] | null; daySum: number };

/** Roots of one kind. */
export async function listRootsOfKind(database: Database, kind: string): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>(
    'figure-roots-of-kind',
    'select id from organisation where kind = $1 and cardinality(path) = 1',
    [kind],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface ActivitySums {
  followed_up: number;
  completed: number;
  handed_over: number;
}

/** What happened in each day, month or year, and how many reports came in. */
export async function readActivity(
  database: Database,
  organisationId: string,
  ranges: readonly Range[],
  grain: 'D' | 'M' | 'Y',
  withConfidential: boolean,
): Promise<Map<string, ActivitySums & { received: number }>> {
  if (ranges.length === 0) return new Map();
  const unit = { D: 'day', M: 'month', Y: 'year' }[grain];
  const part = (table: string, columns: string) =>
    inRanges(
      `date_trunc('${unit}', f.day)::date as day, ${columns}`,
      table,
      ranges,
      ' and f.organisation_id = $2',
      3,
    );
  const text = `select day, sum(received)::int as received, sum(followed_up)::int as followed_up, sum(completed)::int as completed,
       sum(handed_over)::int as handed_over
     from (${part('figure_organisation', 'f.received, 0 as followed_up, 0 as completed, 0 as handed_over')}
           union all ${part('figure_flow', '0, f.followed_up, f.completed, f.handed_over')}) happened
     group by 1 order by 1`;
  const rows = await database.query<ActivitySums & { received: number; day: string }>(nameOf(text), text, [
    withConfidential,
    organisationId,
    ...daysOf(ranges),
  ]);
  return new Map(rows.map(({ day, ...sums }) => [day, sums]));
}

/** Archived reports by reason. */
export async function readArchive(
  database: Database,
  governmentId: string,
  ranges: readonly Range[],
  withConfidential: boolean,
): Promise<Map<string, number>> {
  if (ranges.length === 0) return new Map();
  const text = `select f.reason, sum(f.archived)::int as count
     from (${inRanges('f.*', 'figure_archive', ranges, ' and f.government_id = $2', 3)}) f group by 1`;
  const rows = await database.query<{ reason: string; count: number }>(nameOf(text), text, [
    withConfidential,
    governmentId,
    ...daysOf(ranges),
  ]);
  return new Map(rows.map(({ reason, count }) => [reason, count]));
}

export interface OverdueSums {
  overdue: number;
  week: number;
  month: number;
  quarter: number;
  older: number;
}

const EMPTY_OVERDUE: OverdueSums = { overdue: 0, week: 0, month: 0, quarter: 0, older: 0 };
export interface OpenSums extends OverdueSums {
  open: number;
  young: number;
  middling: number;
  old: number;
  oldest: number;
}

const OPEN_TABLES = {
  organisation: {
    due: 'figure_due',
    waiting: 'waiting_organisation',
    id: 'organisation_id',
    parent: 'parent_id',
  },
  region: { due: 'figure_due_region', waiting: 'waiting_region', id: 'region_code', parent: 'parent_code' },
} as const;

/** Open and overdue reports of an organisation or region, or of each that is right below it, as they stand now. Two statements. */
export async function readOpen(
  database: Database,
  family: keyof typeof OPEN_TABLES,
  place: string,
  isList: boolean,
  now: Date,
  today: LocalDate,
  withConfidential: boolean,
): Promise<Map<string, OpenSums>> {
  const { due, waiting, id, parent } = OPEN_TABLES[family];
  const column = isList ? parent : id;
  const key = isList ? `f.${id}` : `''`;
  const late = (from: number, until: number | null) =>
    `sum(f.open) filter (where f.due_at <= $1::timestamptz - interval '${from} days'${
      until === null ? '' : ` and f.due_at > $1::timestamptz - interval '${until} days'`
    })`;
  const aged = (from: number, until: number | null) =>
    `sum(f.completion) filter (where f.day <= $1::date - ${from}${until === null ? '' : ` and f.day > $1::date - ${until}`})`;
  const [overdue, open] = await Promise.all([
    database.query<OverdueSums & { key: string }>(
      `overdue-${column}`,
      `select ${key} as key, sum(f.open)::int as overdue, coalesce(${late(0, 7)}, 0)::int as week,
         coalesce(${late(7, 30)}, 0)::int as month, coalesce(${late(30, 90)}, 0)::int as quarter,
         coalesce(${late(90, null)}, 0)::int as older
       from ${due} f where f.${column} = $2 and f.due_at <= $1 and ($3 or not f.is_confidential) group by 1`,
      [now, place, withConfidential],
    ),
    database.query<{
      key: string;
      open: number;
      young: number;
      middling: number;
      old: number;
      oldest: number;
    }>(
      `open-${column}`,
      `select ${key} as key, sum(f.completion)::int as open, coalesce(${aged(0, 7)}, 0)::int as young,
         coalesce(${aged(7, 30)}, 0)::int as middling, coalesce(${aged(30, 60)}, 0)::int as old,
         coalesce(${aged(60, null)}, 0)::int as oldest
       from ${waiting} f where f.${column} = $2 and ($3 or not f.is_confidential) group by 1`,
      [today, place, withConfidential],
    ),
  ]);
  const late_ = new Map(overdue.map(({ key: of, ...sums }) => [of, sums]));
  return new Map(open.map(({ key: of, ...sums }) => [of, { ...EMPTY_OVERDUE, ...late_.get(of), ...sums }]));
}

export interface LoadSums {
  open: number;
  overdue: number;
}

/** What some organisations carry now. One statement. */
export async function readLoads(
  database: Database,
  organisationIds: readonly string[],
  now: Date,
  withConfidential: boolean,
): Promise<Map<string, LoadSums>> {
  const sum = (column: string, table: string, condition: string) =>
    `(select coalesce(sum(f.${column}), 0)::int from ${table} f
        where f.organisation_id = w.id and ($3 or not f.is_confidential)${condition})`;
  const rows = await database.query<LoadSums & { id: string }>(
    'unit-loads',
    `select w.id, ${sum('completion', 'waiting_organisation', '')} as open,
       ${sum('open', 'figure_due', ' and f.due_at <= $2')} as overdue
     from unnest($1::text[]) as w (id)`,
    [organisationIds, now, withConfidential],
  );
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

export interface HopCount {
  from: string;
  to: string | null;
  count: number;
}

/** Returns by the governments or K/L that gave them back and got them next, most first. */
export function listHops(
  database: Database,
  { from, until }: Period,
  withConfidential: boolean,
): Promise<HopCount[]> {
  return database.query<HopCount>(
    'hops',
    `select coalesce(g.path[1], f.from_id) as "from", coalesce(n.path[1], nullif(f.next_id, '')) as "to", sum(f.hops)::int as count
     from figure_hop f left join organisation g on g.id = f.from_id left join organisation n on n.id = f.next_id
     where f.day >= $1 and f.day < $2 and ($3 or not f.is_confidential)
     group by 1, 2 order by 3 desc, 1, 2`,
    [from, until, withConfidential],
  );
}

export interface BurstRow {
  kind: 'CATEGORY' | 'REGION';
  id: string;
  count: number;
  /** Sum of the 28 days before. */
  usual: number;
}

/** Reports of a day beside those of the 28 days before, for main categories, and for regencies and cities, that had at least `fewest`. */
export function readDayAndBefore(
  database: Database,
  day: LocalDate,
  fewest: number,
  withConfidential: boolean,
): Promise<BurstRow[]> {
  const part = (kind: string, table: string, id: string, where: string) =>
    `select '${kind}' as kind, ${id} as id, sum(received) filter (where day = $1)::int as count,
       coalesce(sum(received) filter (where day < $1), 0)::int as usual
     from ${table} where grain = 'D' and day between $1::date - 28 and $1 and ($3 or not is_confidential) and ${where}
     group by 2 having sum(received) filter (where day = $1) >= $2`;
  return database.query<BurstRow>(
    'bursts',
    `${part('CATEGORY', 'figure_category', 'category_id', `government_id = '' and parent_category = ''`)}
     union all
     ${part('REGION', 'figure_region', 'region_code', `parent_code <> '' and region_code like '__.__'`)}`,
    [day, fewest, withConfidential],
  );
}

/** How many reports wait to be counted again after a release or a rebuild; counted no further than a hundred. */
export async function countUncounted(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'uncounted-reports',
    'select count(*)::int as count from (select 1 from report_fact where figures_version = 0 or steps is null limit 100) f',
  );
  return row!.count;
}
