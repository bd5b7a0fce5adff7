import type { Database } from '@lapor/database';

/** What counts as a report that a verifier has dealt with. */
const DECISIONS = ['VERIFIED', 'DISPOSED', 'POSTPONED', 'ARCHIVED', 'MARKED_DUPLICATE'];

/** More than anybody notes in a day; an officer of many years has many more entries. */
const LOOKED_AT = 5_000;
/** A longer gap is a break, not work on a report. */
const BREAK_MINUTES = 10;
/** Below so many gaps their middle says nothing. */
const FEWEST_GAPS = 5;
/** The desk works by the day of western Indonesia. */
const ZONE = 'Asia/Jakarta';

interface DeskDayRow {
  decided: number;
  median_seconds: number | null;
  officers: number;
}

/** What an officer has decided since midnight, how fast, and how many officers have a waiting report now. */
export const readDeskDay = async (database: Database, officerId: string, now: Date): Promise<DeskDayRow> =>
  (
    await database.query<DeskDayRow>(
      'desk-day',
      `with recent as (
         select action, at from audit where actor_id = $1 order by id desc limit ${LOOKED_AT}
       ), today as (
         select at, at - lag(at) over (order by at) as gap from recent
         where action = any($3::text[]) and at <= $2::timestamptz
           and at >= date_trunc('day', $2::timestamptz at time zone '${ZONE}') at time zone '${ZONE}'
       ), gaps as (
         select extract(epoch from gap) as seconds from today where gap <= interval '${BREAK_MINUTES} minutes'
       )
       select (select count(*) from today) as decided,
         (select case when count(*) >= ${FEWEST_GAPS} then round(percentile_cont(0.5) within group (order by seconds))::int end from gaps) as median_seconds,
         (select count(distinct officer_id) from lease where until > $2::timestamptz) as officers`,
      [officerId, now, DECISIONS],
    )
  )[0]!;
