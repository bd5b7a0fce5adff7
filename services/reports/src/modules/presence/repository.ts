import type { Database } from '@lapor/database';
import type { PresenceActivity } from './vocabulary.ts';

export interface PresenceRow {
  report_id: string;
  officer_id: string;
  activity: PresenceActivity;
  since: Date;
}

/** Who has the reports open, the first to come first. */
export const findPresences = (database: Database, reportIds: readonly string[], seenAfter: Date) =>
  database.query<PresenceRow>(
    'presences',
    `select report_id, officer_id, activity, since from presence
     where report_id = any($1::uuid[]) and seen_at > $2 order by since, officer_id`,
    [reportIds, seenAfter],
  );
