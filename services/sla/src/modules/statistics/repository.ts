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

/** Late for the administration: a timer that runs out is not. Written as the partial index on it has it. */
const OVERDUE = `next_due_clock is not null and next_due_clock not in ('AUTO_CLOSE', 'POSTPONEMENT') and next_due_at <= $1`;
const byDay = (column: string) =>
  `coalesce((select jsonb_object_agg(day, count) from (
     select ((${column}) at time zone 'Asia/Jakarta')::date::text as day, count(*) from counted where ${column} >= $4 group by 1) d), '{}')`;

/** All figures of the overview in one statement. @param withConfidential whether confidential reports are counted. */
export async function readOverview(
  database: Database,
  now: Date,
  periods: Periods,
  withConfidential: boolean,
): Promise<OverviewFigures> {
  const [row] = await database.query<OverviewFigures>(
    'national-overview',
    `with counted as not materialized (select * from report_fact where $5 or not is_confidential),
       agencies as (
         select government_id as "governmentId", count(*) as received,
                count(*) filter (where state in ('IN_PROGRESS', 'COMPLETED')) as "followedUp",
                count(*) filter (where ${OVERDUE}) as overdue
         from counted where submitted_at >= $4 and government_id is not null
         group by 1 order by received desc, 1 limit 10)
     select (select count(*) from counted where submitted_at >= $2) as "receivedToday",
       (select count(*) from counted where submitted_at >= $3) as "receivedThisMonth",
       (select count(*) from counted where completed_at >= $3) as "completedThisMonth",
       (select count(*) from counted where ${OVERDUE}) as overdue,
       (select count(*) from counted where handed_over_at >= $3) as "handedOver",
       coalesce((select jsonb_object_agg(state, count) from (select state, count(*) from counted group by 1) s), '{}') as "byState",
       ${byDay('submitted_at')} as "receivedByDay",
       ${byDay('completed_at')} as "completedByDay",
       coalesce((select jsonb_agg(a order by a.received desc, a."governmentId") from agencies a), '[]') as "topAgencies"`,
    [now, periods.today, periods.month, periods.recent, withConfidential],
  );
  return row!;
}

/**
 * All public figures in one statement, of what is not confidential: published rows and an analyst's figures are exact, so the
 * difference to a total with confidential reports would be their number, state by state, however small.
 */
export async function readPublicFigures(database: Database, periods: Periods): Promise<PublicFigures> {
  const [row] = await database.query<PublicFigures>(
    'public-statistics',
    `with counted as not materialized (select * from report_fact where not is_confidential)
     select (select count(*) from counted where submitted_at >= $1) as "receivedThisMonth",
       r.received as "receivedRecently", r.followed_up as "followedUpRecently",
       (select count(*) from counted where handed_over_at >= $1) as "handedOver",
       f.count as "followUpsRecently", f.median as "medianFollowUpDays",
       coalesce((select jsonb_object_agg(state, count) from (select state, count(*) from counted group by 1) s), '{}') as "byState"
     from (select count(*) as received, count(*) filter (where state in ('IN_PROGRESS', 'COMPLETED')) as followed_up
           from counted where submitted_at >= $2) r,
          (select count(*) as count,
                  percentile_cont(0.5) within group (order by extract(epoch from first_follow_up_at - submitted_at) / 86400) as median
           from counted where first_follow_up_at >= $2) f`,
    [periods.month, periods.recent],
  );
  return row!;
}
