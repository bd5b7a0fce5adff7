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
