import type { Database } from '@lapor/database';
import { REPORT_COLUMNS, type After, type ReportRow } from '../report/index.ts';
import type { ModerationKind, ModerationRule } from './vocabulary.ts';

/** Not public, though it was passed on and is not confidential. */
const HELD = `not r.is_published and not r.is_confidential and r.first_disposed_at is not null and r.state in ('DISPOSED', 'IN_PROGRESS', 'COMPLETED')`;

export interface HeldRow extends ReportRow {
  held_until: string;
}

/** What is held back, by the day by which the desk decides. */
export const listHeld = (database: Database, after: After | null, limit: number) =>
  database.query<HeldRow>(
    after ? 'held-reports-after' : 'held-reports',
    `select ${REPORT_COLUMNS}, coalesce(r.withheld_until, r.updated_at)::text as held_until from report r where ${HELD}
     ${after ? 'and (coalesce(r.withheld_until, r.updated_at), r.id) > ($2::timestamptz, $3::uuid)' : ''}
     order by coalesce(r.withheld_until, r.updated_at), r.id limit $1`,
    after ? [limit, after.at, after.id] : [limit],
  );

export const countHeld = async (database: Database, now: Date) =>
  (
    await database.query<{ held: number; overdue: number }>(
      'held-reports-count',
      `select count(*) as held, count(*) filter (where coalesce(r.withheld_until, r.updated_at) <= $1) as overdue from report r where ${HELD}`,
      [now],
    )
  )[0]!;

export interface ModerationRow {
  id: string;
  at: Date;
  day: string;
  kind: ModerationKind;
  rule: ModerationRule | null;
  number: string | null;
  organisation_id: string | null;
}

const DAY = `(m.at at time zone 'Asia/Jakarta')::date`;

/** The public log, newest first, of one act or rule where that is asked for; a number only while its report is public, and no agency of a confidential one. */
export const listModeration = (
  database: Database,
  only: { kind: ModerationKind | null; rule: ModerationRule | null },
  after: After | null,
  limit: number,
) =>
  database.query<ModerationRow>(
    after ? 'moderation-log-after' : 'moderation-log',
    `select m.id, m.at, ${DAY}::text as day, m.kind, m.rule, case when r.is_published and not r.is_confidential then r.number end as number,
       case when r.is_confidential then null else m.organisation_id end as organisation_id
     from moderation_action m left join report r on r.id = m.report_id
     where ($2::text is null or m.kind = $2) and ($3::text is null or m.rule = $3)
     ${after ? 'and (m.at, m.id) < ($4::timestamptz, $5::uuid)' : ''} order by m.at desc, m.id desc limit $1`,
    [limit, only.kind, only.rule, ...(after ? [after.at, after.id] : [])],
  );

/** How often what was done between two days, the last one included. */
export const countModeration = (database: Database, from: string, until: string) =>
  database.query<{ kind: ModerationKind; rule: ModerationRule | null; count: number }>(
    'moderation-counts',
    `select m.kind, m.rule, count(*) as count from moderation_action m
     where m.at >= ($1::date)::timestamp at time zone 'Asia/Jakarta' and m.at < ($2::date + 1)::timestamp at time zone 'Asia/Jakarta'
     group by m.kind, m.rule order by m.kind, m.rule nulls last`,
    [from, until],
  );
