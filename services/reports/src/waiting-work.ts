import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';

/** Work that stands in rows of this service: counts and times, nothing of anybody. */
export async function waitingWork(database: Database, now: Date): Promise<WaitingWork[]> {
  const rows = await database.query<{
    name: string;
    waiting: number;
    failed: number;
    oldest_at: Date | null;
  }>(
    'waiting-work',
    // Where nobody scans these are all files: counted by their index, and the oldest found by it.
    `select 'SCANS' as name, count(*)::int as waiting, 0 as failed, least(
         (select uploaded_at from attachment where scan_state = 'NOT_SCANNED' and scan_tried_at is null order by scan_tried_at nulls first, id limit 1),
         (select min(uploaded_at) from (select uploaded_at from attachment
            where scan_state = 'NOT_SCANNED' and scan_tried_at is not null order by scan_tried_at, id limit 100) tried)) as oldest_at
       from attachment where scan_state = 'NOT_SCANNED'
     union all select 'SEALED_FILES', 0, count(*)::int, null from attachment where scan_state = 'INFECTED'
     union all select 'ORGANISATION_CHANGES', count(*)::int, 0, min(since) from organisation_work
     union all select 'LOST_CODES', count(*)::int, 0, min(asked_at) from lost_code_request
     union all select 'SENT_CHANGES', count(*)::int, 0, min(applies_at)
       from pending_change where state = 'WAITING' and applies_at < $1`,
    [now],
  );
  return rows.map(toWaiting);
}

const toWaiting = (row: {
  name: string;
  waiting: number;
  failed: number;
  oldest_at: Date | null;
}): WaitingWork => ({
  name: row.name,
  waiting: row.waiting,
  failed: row.failed,
  oldestAt: row.oldest_at === null ? null : new Date(row.oldest_at).toISOString(),
});
