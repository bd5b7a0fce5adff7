import type { Database } from '@lapor/database';
import type { ReportState } from './graphql.ts';
import type { Periods } from './periods.ts';

type State = keyof typeof ReportState;

export interface OverviewFigures {
  receivedToday: number;
  receivedThisMonth: number;
  completedThisMonth: number;
  overdue: number;
  handedOver: number;
  byState: Partial<Record<State, number>>;
  receivedByDay: Record<string, number>;
  completedByDay: Record<string, number>;
  topAgencies: { governmentId: string; received: number; followedUp: number; overdue: number }[];
}

export interface PublicFigures {
  receivedThisMonth: number;
  receivedRecently: number;
  followedUpRecently: number;
  /** How many first plans or results stand behind the median. */
  followUpsRecently: number;
  medianFollowUpDays: number | null;
  handedOver: number;
  byState: Partial<Record<State, number>>;
}

const NATION = `organisation_id = ''`;
const byDay = (column: string, table: string) =>
  `coalesce((select jsonb_object_agg(day, count) from (
     select day::text as day, sum(${column}) as count from ${table} where grain = 'D' and day >= $4 group by 1) d), '{}')`;
const BY_STATE = `(select jsonb_build_object(${[
  'SUBMITTED',
  'POSTPONED',
  'DISPOSED',
  'IN_PROGRESS',
  'COMPLETED',
  'ARCHIVED',
]
  .map((state) => `'${state}', coalesce(sum(${state.toLowerCase()}), 0)`)
  .join(', ')}) from nation where grain = 'Y')`;

/**
 * All figures of the overview in one statement, from some hundred rows of the tables of figures however many reports there are.
 * @param withConfidential whether confidential reports are counted.
 */
export async function readOverview(
  database: Database,
  now: Date,
  { today, month, recentDays }: Periods,
  withConfidential: boolean,
): Promise<OverviewFigures> {
  const [row] = await database.query<OverviewFigures>(
    'national-overview',
    `with nation as not materialized (select * from figure_organisation where ${NATION} and ($5 or not is_confidential)),
       happened as not materialized (select * from figure_flow where ${NATION} and ($5 or not is_confidential)),
       late as not materialized (select * from figure_due where due_at <= $1 and ($5 or not is_confidential)),
       agencies as (
         select organisation_id as "governmentId", sum(received)::int as received,
                sum(in_progress + completed)::int as "followedUp",
                (select coalesce(sum(l.open), 0) from late l where l.organisation_id = f.organisation_id)::int as overdue
         from figure_organisation f
         where parent_id = '' and grain = 'D' and day >= $4 and ($5 or not is_confidential)
         group by 1 order by received desc, 1 limit 10)
     select (select coalesce(sum(received), 0) from nation where grain = 'D' and day = $2)::int as "receivedToday",
       (select coalesce(sum(received), 0) from nation where grain = 'M' and day = $3)::int as "receivedThisMonth",
       (select coalesce(sum(completed), 0) from happened where grain = 'M' and day = $3)::int as "completedThisMonth",
       (select coalesce(sum(open), 0) from late where ${NATION})::int as overdue,
       (select coalesce(sum(handed_over), 0) from happened where grain = 'M' and day = $3)::int as "handedOver",
       ${BY_STATE} as "byState",
       ${byDay('received', 'nation')} as "receivedByDay",
       ${byDay('completed', 'happened')} as "completedByDay",
       coalesce((select jsonb_agg(a order by a.received desc, a."governmentId") from agencies a), '[]') as "topAgencies"`,
    [now, today, month, recentDays[0], withConfidential],
  );
  return row!;
}

/**
 * All public figures in one statement, of what is not confidential: published rows and an analyst's figures are exact, so the
 * difference to a total with confidential reports would be their number, state by state, however small.
 */
export async function readPublicFigures(
  database: Database,
  { month, recentDays }: Periods,
): Promise<PublicFigures> {
  const [row] = await database.query<PublicFigures>(
    'public-statistics',
    `with nation as not materialized (select * from figure_organisation where ${NATION} and not is_confidential),
       happened as not materialized (select * from figure_flow where ${NATION} and not is_confidential),
       days as (select i - 1 as days, sum(n) as count
                from happened cross join lateral unnest(follow_up_days) with ordinality as u (n, i)
                where grain = 'D' and day >= $2 group by 1),
       passed as (select days, sum(count) over (order by days) as done, sum(count) over () as total from days)
     select (select coalesce(sum(received), 0) from nation where grain = 'M' and day = $1)::int as "receivedThisMonth",
       r.received as "receivedRecently", r.followed_up as "followedUpRecently",
       (select coalesce(sum(handed_over), 0) from happened where grain = 'M' and day = $1)::int as "handedOver",
       (select coalesce(sum(count), 0) from days)::int as "followUpsRecently",
       (select min(days) from passed where done * 2 >= total)::int as "medianFollowUpDays",
       ${BY_STATE} as "byState"
     from (select coalesce(sum(received), 0)::int as received, coalesce(sum(in_progress + completed), 0)::int as followed_up
           from nation where grain = 'D' and day >= $2) r`,
    [month, recentDays[0]],
  );
  return row!;
}
