import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';

const FAILURES_OF_DAYS = 7;

/** Mails and short messages that wait, and those of the last week that did not arrive. */
export async function countDeliveries(database: Database, now: Date): Promise<WaitingWork[]> {
  const [row] = await database.query<{ waiting: number; oldest_at: Date | null; failed: number }>(
    'count-deliveries',
    `select (select count(*)::int from delivery where finished_at is null) as waiting,
       (select min(requested_at) from delivery where finished_at is null) as oldest_at,
       (select count(*)::int from delivery where finished_at > $1 and state in ('FAILED', 'UNCERTAIN')) as failed`,
    [new Date(now.getTime() - FAILURES_OF_DAYS * 86_400_000)],
  );
  const { waiting, oldest_at: oldestAt, failed } = row!;
  return [
    {
      name: 'MESSAGES',
      waiting,
      failed,
      oldestAt: oldestAt === null ? null : new Date(oldestAt).toISOString(),
    },
  ];
}
