import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { RetentionLength } from './rules.ts';

/** A length that somebody entered. */
export interface RetentionChangeRow extends RetentionLength {
  id: string;
  reason: string;
  decree: string | null;
  enteredAt: Date;
  officerId: string;
}

const CHANGE_COLUMNS = `id, rule, days, starts_on::text as "startsOn", reason, decree, entered_at as "enteredAt", officer_id as "officerId"`;

/** All that were entered, in that order: a handful a year. */
export const listRetentionChanges = (em: EntityManager): Promise<RetentionChangeRow[]> =>
  em.execute<RetentionChangeRow[]>(`select ${CHANGE_COLUMNS} from retention_change order by position`);

/** The one that a request with this key made. */
export const findRetentionChange = async (
  em: EntityManager,
  requestKey: string,
): Promise<RetentionChangeRow | null> =>
  (
    await em.execute<RetentionChangeRow[]>(
      `select ${CHANGE_COLUMNS} from retention_change where request_key = ?::uuid`,
      [requestKey],
    )
  )[0] ?? null;

/** Adds one; the table takes nothing back. */
export const addRetentionChange = async (
  em: EntityManager,
  change: RetentionChangeRow & { requestKey: string | null },
): Promise<void> => {
  await em.execute(
    `insert into retention_change (id, rule, days, starts_on, reason, decree, entered_at, officer_id, request_key)
     values (?::uuid, ?, ?, ?::date, ?, ?, ?::timestamptz, ?, ?::uuid)`,
    [
      change.id,
      change.rule,
      change.days,
      change.startsOn,
      change.reason,
      change.decree,
      change.enteredAt.toISOString(),
      change.officerId,
      change.requestKey,
    ],
  );
};

/** What one rule did on one day. */
export interface RetentionRunRow {
  day: string;
  rule: string;
  since: string;
  at: Date;
  count: number;
}

/** The ledger by day and rule, newest first. */
export const listRetentionRuns = (
  database: Database,
  after: { day: string; rule: string } | null,
  limit: number,
): Promise<RetentionRunRow[]> =>
  database.query<RetentionRunRow>(
    'retention-runs',
    `select * from (
       select to_char(at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day, rule, max(rule_version)::text as since, max(at) as at,
         sum(count)::int as count
       from retention_run group by 1, 2
     ) runs
     where $1::text is null or (day, rule) < ($1, $2::text) order by day desc, rule desc limit $3`,
    [after?.day ?? null, after?.rule ?? null, limit],
  );
