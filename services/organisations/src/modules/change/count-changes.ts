import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';

const FAILURES_OF_DAYS = 30;

/** Changes of the tree whose day has come and that are not carried out yet, and those of the last month that could not be. */
export async function countChanges(database: Database, now: Date): Promise<WaitingWork[]> {
  const [row] = await database.query<{ waiting: number; oldest_at: Date | null; failed: number }>(
    'count-changes',
    `select (count(*) filter (where state = 'SCHEDULED' and due_at <= $1))::int as waiting,
       min(due_at) filter (where state = 'SCHEDULED' and due_at <= $1) as oldest_at,
       (count(*) filter (where state = 'FAILED' and due_at > $2))::int as failed
     from organisation_change where state in ('SCHEDULED', 'FAILED')`,
    [now, new Date(now.getTime() - FAILURES_OF_DAYS * 86_400_000)],
  );
  const { waiting, oldest_at: oldestAt, failed } = row!;
  return [
    {
      name: 'SCHEDULED_CHANGES',
      waiting,
      failed,
      oldestAt: oldestAt === null ? null : new Date(oldestAt).toISOString(),
    },
  ];
}
