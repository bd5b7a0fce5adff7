import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';

export interface LeaseRow {
  report_id: string;
  officer_id: string;
  until: Date;
}

/** Running leases of some reports. */
export const findLeases = (database: Database, reportIds: readonly string[], now: Date) =>
  database.query<LeaseRow>(
    'leases',
    'select report_id, officer_id, until from lease where report_id = any($1::uuid[]) and until > $2',
    [reportIds, now],
  );

/** What an officer took by one request and still has, the oldest report first. */
export const findLeasedBy = (database: Database, officerId: string, requestKey: string, now: Date) =>
  database.query<{ report_id: string }>(
    'leases-of-request',
    `select l.report_id from lease l join report r on r.id = l.report_id
     where l.request_key = $1 and l.officer_id = $2 and l.until > $3 order by r.submitted_at, r.id`,
    [requestKey, officerId, now],
  );

/** An officer's leases as one wants another: how many run of other reports, and what became of this one, also when it is over. */
interface HeldLeases {
  held: number;
  own: { takenAt: Date; until: Date } | null;
}

/** Requests of one officer come one after the other: the second finds what the first has taken. */
export const lockOfficer = (em: EntityManager, officerId: string) =>
  em.execute(`select pg_advisory_xact_lock(hashtext('lease ' || ?))`, [officerId]);

/** Looks at an officer's leases, held for the transaction. */
export async function lockLeasesOf(
  em: EntityManager,
  officerId: string,
  reportId: string,
  now: Date,
): Promise<HeldLeases> {
  await lockOfficer(em, officerId);
  const rows = await em.execute<{ report_id: string; taken_at: Date; until: Date }[]>(
    'select report_id, taken_at, until from lease where officer_id = ?',
    [officerId],
  );
  const own = rows.find((row) => row.report_id === reportId);
  return {
    held: rows.filter((row) => row !== own && new Date(row.until) > now).length,
    own: own ? { takenAt: new Date(own.taken_at), until: new Date(own.until) } : null,
  };
}
