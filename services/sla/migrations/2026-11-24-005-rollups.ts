import { Migration } from '@lapor/database';

/**
 * The tables of figures (docs/adr/0042): one for each standard table, kept by differences with the facts they come from. All of it
 * derives from `report_fact`.
 */
export class Rollups extends Migration {
  override up() {
    const statements = [
      // Element by element; without the zeros at the end, so that equal histograms are equal arrays.
      `create function add_counts(a int[], b int[]) returns int[] language sql immutable parallel safe as $$
        select case when a is null then b when b is null then a else (
          with s as (
            select i, coalesce(x, 0) + coalesce(y, 0) as n from unnest(a, b) with ordinality as u (x, y, i)
          )
          select array_agg(n order by i) from s where i <= (select max(i) from s where n <> 0)
        ) end
      $$`,
      table('figure_organisation', ['organisation_id', 'parent_id'], COHORT, [
        'organisation_id, grain, day, is_confidential, parent_id',
        'parent_id, grain, day',
      ]),
      table('figure_region', ['region_code', 'parent_code'], COHORT, [
        'region_code, grain, day, is_confidential, parent_code',
        'parent_code, grain, day',
      ]),
      table('figure_kind', ['government_id', 'kind', 'class', 'channel'], COHORT, [
        'government_id, grain, day, kind, class, channel, is_confidential',
        'grain, day',
      ]),
      table('figure_category', ['government_id', 'category_id', 'parent_category'], COHORT, [
        'government_id, parent_category, grain, day, category_id, is_confidential',
        'category_id, grain, day',
      ]),
      table(
        'figure_region_category',
        ['region_code', 'parent_code', 'category_id', 'parent_category'],
        COHORT,
        [
          'region_code, parent_category, grain, day, category_id, is_confidential, parent_code',
          'parent_code, category_id, grain, day',
        ],
      ),
      table('figure_flow', ['organisation_id', 'parent_id'], FLOW, [
        'organisation_id, grain, day, is_confidential, parent_id',
        'parent_id, grain, day',
      ]),
      table(
        'figure_archive',
        ['government_id', 'reason'],
        ['archived int'],
        ['government_id, grain, day, reason, is_confidential'],
      ),
      table(
        'waiting_organisation',
        ['organisation_id', 'parent_id'],
        ['follow_up int', 'completion int'],
        ['organisation_id, day, is_confidential, parent_id', 'parent_id, day'],
        ['day date'],
      ),
      table(
        'waiting_region',
        ['region_code', 'parent_code'],
        ['follow_up int', 'completion int'],
        ['region_code, day, is_confidential, parent_code', 'parent_code, day'],
        ['day date'],
      ),
      table(
        'figure_due',
        ['organisation_id', 'parent_id'],
        ['open int'],
        ['organisation_id, due_at, is_confidential, parent_id', 'parent_id, due_at'],
        ['due_at timestamptz'],
      ),
      table(
        'figure_hop',
        ['from_id', 'next_id'],
        ['hops int'],
        ['day, from_id, next_id, is_confidential'],
        ['day date'],
      ),
    ].flat();
    for (const statement of statements) this.addSql(statement);
  }
}

const named = (names: string, type: string) => names.split(' ').map((name) => `${name} ${type}`);
const COHORT = [
  ...named('received submitted postponed disposed in_progress completed archived', 'int'),
  ...named('handed_over obstacles promises_kept promises_broken', 'int'),
  ...named('rated_1 rated_2 rated_3 rated_4 rated_5 disputed reopened', 'int'),
  ...named('follow_up_day_sum completion_day_sum', 'bigint'),
  ...named('follow_up_days completion_days left_before_follow_up left_before_completion', 'int[]'),
];
const FLOW = [
  ...named('followed_up completed handed_over', 'int'),
  ...named('follow_up_day_sum completion_day_sum', 'bigint'),
  ...named('follow_up_days completion_days', 'int[]'),
];

/**
 * A table and its indexes, the primary key first. Counted columns are in no index, and pages have room, so that an update changes the
 * row in place.
 */
function table(
  name: string,
  texts: readonly string[],
  measures: readonly string[],
  [primary, ...others]: readonly string[],
  period: readonly string[] = ['grain text', 'day date'],
): string[] {
  const columns = [
    ...texts.map((column) => `${column} text not null`),
    ...period.map((column) => `${column} not null`),
    'is_confidential boolean not null',
    ...measures.map((measure) => (measure.endsWith('[]') ? measure : `${measure} not null default 0`)),
  ];
  return [
    `create table ${name} (${columns.join(', ')}, primary key (${primary})) with (fillfactor = 80)`,
    ...others.map((index) => `create index on ${name} (${index})`),
  ];
}
