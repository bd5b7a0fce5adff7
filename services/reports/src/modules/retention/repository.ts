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

/** As the index `retention_run_by_day` has it. */
const DAY = `(at at time zone 'Asia/Jakarta')::date`;

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
    // Grouped in the order of an index, and so no further than the page.
    `select day::text, rule, max(rule_version)::text as since, max(at) as at, sum(count)::int as count
     from (select ${DAY} as day, rule, rule_version, at, count from retention_run) r
     where (r.day, r.rule) < ($1::date, $2::text) group by r.day, r.rule order by r.day desc, r.rule desc limit $3`,
    [after?.day ?? 'infinity', after?.rule ?? '', limit],
  );
