import type { Database } from '@lapor/database';
import { FIGURES_VERSION } from '@lapor/service-sla/figures';

/** The last day of the generated reports; the bench asks as if it were then. */
export const NOW = new Date('2026-11-25T03:00:00Z');

/** Verified in a day by the national desk; followed up by the lead, one in eight late. As `CountedStep` is stored. */
const STEPS = `jsonb_build_array(jsonb_build_object('kind', 'VERIFICATION', 'path', '[]'::jsonb, 'isOnTime', d > 0.1,
    'endedAt', to_char((submitted + interval '1 day') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
  || case when state in ('IN_PROGRESS', 'COMPLETED') then jsonb_build_array(jsonb_build_object('kind', 'FOLLOW_UP',
    'path', to_jsonb(array[government, government || '-opd-' || floor(c * 20)::int]), 'isOnTime', c > 0.125,
    'endedAt', to_char((submitted + floor(b * b * 20) * interval '1 day') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
    else '[]'::jsonb end`;

/**
 * Facts of four years, as the derivation would leave them: 550 governments of very different size with 20 units each, 38 provinces,
 * 35 main categories, one in twenty confidential. The same for the same number.
 */
const FACTS = `
  insert into report_fact (report_id, sequence, state, report_kind, report_class, channel, category_id, region_code, government_id,
    lead_path, assignments, is_confidential, is_published, submitted_at, first_disposed_at, first_follow_up_at, completed_at,
    archived_at, archive_reason, rating, dispute_count, reopen_count, obstacle_count, promises_kept, promises_broken,
    next_due_at, next_due_clock, figures_version, steps)
  select 'report-' || lpad(i::text, 8, '0'), 4, state,
    (array['COMPLAINT', 'COMPLAINT', 'COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'])[1 + floor(a * 5)::int],
    case when state not in ('SUBMITTED', 'POSTPONED') then (array['GRIEVANCE', 'GRIEVANCE', 'ASPIRATION', 'DISPUTE_WITHOUT_INSPECTION'])[1 + floor(b * 4)::int] end,
    (array['WEB', 'WEB', 'ANDROID', 'SMS', 'X'])[1 + floor(c * 5)::int],
    'utama-' || floor(b * b * 35)::int || '.cabang-' || floor(c * 8)::int,
    (11 + floor(a * 38)::int) || '.' || lpad((1 + floor(b * 13)::int)::text, 2, '0') || '.' || lpad((1 + floor(c * 14)::int)::text, 2, '0'),
    case when state not in ('SUBMITTED', 'POSTPONED') then government end,
    case when state not in ('SUBMITTED', 'POSTPONED') then array[government, government || '-opd-' || floor(c * 20)::int] else '{}' end,
    '[]', d < 0.05, d >= 0.05, submitted, submitted + interval '1 day',
    case when state in ('IN_PROGRESS', 'COMPLETED') then submitted + floor(b * b * 20) * interval '1 day' end,
    case when state = 'COMPLETED' then submitted + (floor(b * b * 20) + 10 + floor(c * 20)) * interval '1 day' end,
    case when state = 'ARCHIVED' then submitted + interval '2 days' end,
    case when state = 'ARCHIVED' then (array['SPAM', 'DUPLICATE', 'REFERRED_OUTSIDE'])[1 + floor(c * 3)::int] end,
    case when state = 'COMPLETED' and a < 0.3 then 1 + floor(c * 5)::int end, (b > 0.95)::int, (b > 0.97)::int, (c > 0.9)::int,
    (a > 0.8)::int, (a > 0.9)::int,
    case when state in ('SUBMITTED', 'DISPOSED', 'IN_PROGRESS') then date_trunc('day', submitted) + interval '17 hours 10 days' end,
    case when state in ('SUBMITTED', 'DISPOSED', 'IN_PROGRESS') then 'FOLLOW_UP' end, ${FIGURES_VERSION}, ${STEPS}
  from (
    select i, a, b, c, d, 'pemda-' || floor(a * a * 550)::int as government,
      timestamptz '2026-11-25 03:00Z' - (1 - i::float8 / $1) * interval '1461 days' as submitted,
      case when i > $1 * 0.985 then (array['SUBMITTED', 'DISPOSED', 'IN_PROGRESS'])[1 + floor(c * 3)::int]
           when d < 0.03 then 'DISPOSED' when d < 0.1 then 'ARCHIVED' when d < 0.14 then 'IN_PROGRESS' else 'COMPLETED' end as state
    from (
      select i, hash(i, 'a') as a, hash(i, 'b') as b, hash(i, 'c') as c, hash(i, 'd') as d
      from generate_series(1, $1) i) drawn) made`;

const HASH = `create or replace function hash(i int, salt text) returns float8 language sql immutable as $$
  select (('x' || substr(md5(i || salt), 1, 7))::bit(28)::int)::float8 / 268435456 $$`;

/** The tables that are measured, filled by set-based statements: a million reports one by one would take longer than the bench. */
const MEASURES = `count(*) as received, ${[
  'submitted',
  'postponed',
  'disposed',
  'in_progress',
  'completed',
  'archived',
]
  .map((state) => `count(*) filter (where state = '${state.toUpperCase()}')`)
  .join(', ')}, 0, count(*) filter (where obstacle_count > 0), sum(promises_kept), sum(promises_broken), ${[
  1, 2, 3, 4, 5,
]
  .map((rating) => `count(*) filter (where rating = ${rating})`)
  .join(', ')}, count(*) filter (where dispute_count > 0), count(*) filter (where reopen_count > 0),
  coalesce(sum(first_follow_up_at::date - submitted_at::date), 0), coalesce(sum(completed_at::date - submitted_at::date), 0),
  array_fill(1, array[8]), array_fill(1, array[30])`;
const COLUMNS = `received, submitted, postponed, disposed, in_progress, completed, archived, handed_over, obstacles, promises_kept,
  promises_broken, rated_1, rated_2, rated_3, rated_4, rated_5, disputed, reopened, follow_up_day_sum, completion_day_sum,
  follow_up_days, completion_days`;
const PERIODS = `cross join lateral (select (submitted_at at time zone 'Asia/Jakarta')::date as date) at_jakarta
  cross join lateral (values ('D', date), ('M', date_trunc('month', date)::date), ('Y', date_trunc('year', date)::date)) as p (grain, day)`;
const ORGANISATIONS = `cross join lateral (
  select coalesce((array[''] || lead_path)[i], '') as organisation_id, coalesce((array['-', ''] || lead_path)[i], '-') as parent_id
  from generate_series(1, cardinality(lead_path) + 1) i) o`;
const REGIONS = `cross join lateral (select string_to_array(region_code, '.') as parts) s
  cross join lateral (select array_to_string(parts[:i], '.') as region_code_of, array_to_string(parts[:i - 1], '.') as parent_code
    from generate_series(1, 3) i) r`;
const GOVERNMENTS = `cross join lateral (select unnest(array[''] || lead_path[:1]) as government) g`;
const CATEGORIES = `cross join lateral (select string_to_array(category_id, '.') as names) n
  cross join lateral (select array_to_string(names[:i], '.') as category, array_to_string(names[:i - 1], '.') as parent_category
    from generate_series(1, cardinality(names)) i) c`;
const fill = (table: string, keys: Readonly<Record<string, string>>, joins: string, where = 'true') =>
  `insert into ${table} (${Object.keys(keys).join(', ')}, grain, day, is_confidential, ${COLUMNS})
   select ${Object.values(keys).join(', ')}, grain, day, is_confidential, ${MEASURES}
   from report_fact ${joins} ${PERIODS} where ${where} group by ${Object.values(keys).join(', ')}, grain, day, is_confidential`;
/** Each step on its own, with the days on which it ended. */
const STEP_ROWS = `cross join lateral jsonb_array_elements(steps) as e (step)
  cross join lateral (select (((e.step ->> 'endedAt')::timestamptz) at time zone 'Asia/Jakarta')::date as date) ended
  cross join lateral (values ('D', date), ('M', date_trunc('month', date)::date), ('Y', date_trunc('year', date)::date)) as p (grain, day)
  cross join lateral (select array(select jsonb_array_elements_text(e.step -> 'path')) as owners) w`;
const OWNERS = `cross join lateral (
  select coalesce((array[''] || owners)[i], '') as organisation_id, coalesce((array['-', ''] || owners)[i], '-') as parent_id
  from generate_series(1, cardinality(owners) + 1) i) o`;
const fillSteps = (table: string, keys: Readonly<Record<string, string>>, joins: string, where = 'true') =>
  `insert into ${table} (${Object.keys(keys).join(', ')}, step, grain, day, is_confidential, on_time, late)
   select ${Object.values(keys).join(', ')}, e.step ->> 'kind', grain, day, is_confidential,
     count(*) filter (where (e.step ->> 'isOnTime')::boolean), count(*) filter (where not (e.step ->> 'isOnTime')::boolean)
   from report_fact ${STEP_ROWS} ${joins} where ${where}
   group by ${Object.values(keys).join(', ')}, e.step ->> 'kind', grain, day, is_confidential`;
const fillDue = (table: string, keys: Readonly<Record<string, string>>, joins: string) =>
  `insert into ${table} (${Object.keys(keys).join(', ')}, due_at, is_confidential, open)
   select ${Object.values(keys).join(', ')}, next_due_at, is_confidential, count(*)
   from report_fact ${joins} where next_due_at is not null group by ${Object.values(keys).join(', ')}, next_due_at, is_confidential`;
/** As `tables.ts` of the service has it: days of categories and kinds only for the whole country, of districts none. */
const FILLS = [
  fill('figure_organisation', { organisation_id: 'organisation_id', parent_id: 'parent_id' }, ORGANISATIONS),
  fill(
    'figure_region',
    { region_code: 'region_code_of', parent_code: 'parent_code' },
    REGIONS,
    `(grain <> 'D' or length(region_code_of) < 6)`,
  ),
  fill(
    'figure_category',
    { government_id: 'government', category_id: 'category', parent_category: 'parent_category' },
    `${GOVERNMENTS} ${CATEGORIES}`,
    `(grain <> 'D' or government = '')`,
  ),
  fill(
    'figure_kind',
    {
      government_id: 'government',
      kind: 'report_kind',
      class: `coalesce(report_class, '')`,
      channel: 'channel',
    },
    GOVERNMENTS,
    `(grain <> 'D' or government = '')`,
  ),
  fillSteps('figure_step', { organisation_id: 'organisation_id', parent_id: 'parent_id' }, OWNERS),
  fillSteps(
    'figure_step_region',
    { region_code: 'region_code_of', parent_code: 'parent_code' },
    REGIONS,
    `(grain <> 'D' or length(region_code_of) < 6)`,
  ),
  fillDue('figure_due', { organisation_id: 'organisation_id', parent_id: 'parent_id' }, ORGANISATIONS),
  fillDue('figure_due_region', { region_code: 'region_code_of', parent_code: 'parent_code' }, REGIONS),
];

/** Generates the facts and the tables of figures that are measured. */
export async function generateFigures(
  database: Database,
  reports: number,
  say: (text: string) => void,
): Promise<void> {
  let from = performance.now();
  const done = (what: string) => {
    say(`  ${what} in ${((performance.now() - from) / 1_000).toFixed(0)} s`);
    from = performance.now();
  };
  await database.pool.query(HASH);
  // The number stands in the text: the statement has no other value, and is never prepared.
  await database.pool.query(FACTS.replaceAll('$1', String(Math.trunc(reports))));
  done(`${reports} facts`);
  for (const statement of FILLS) await database.pool.query(`set local work_mem = '512MB'; ${statement}`);
  await database.pool.query('vacuum (analyze)');
  const { rows } = await database.pool.query(
    `select relname as table, reltuples::bigint as rows, pg_size_pretty(pg_total_relation_size(oid)) as size
     from pg_class where relname like 'figure_%' and relkind = 'r' and reltuples > 0 or relname = 'report_fact' order by 1`,
  );
  for (const { table, rows: count, size } of rows) say(`  ${table}: ${count} rows, ${size}`);
  done('tables of figures');
}
