import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';

const FAILURES_OF_DAYS = 7;

/** Mails and short messages that wait, and those of the last week that did not arrive. */
export async function countDeliveries(database: Database, now: Date): Promise<WaitingWork[]> {
  const [row] = await database.query<{
    waiting: number;
    oldest_at: Date | null;
    held: number;
    held_at: Date | null;
    failed: number;
  }>(
    'count-deliveries',
    `select count(*) filter (where held_until is null)::int as waiting, min(requested_at) filter (where held_until is null) as oldest_at,
       count(held_until)::int as held, min(requested_at) filter (where held_until is not null) as held_at,
       (select count(*)::int from delivery where finished_at > $1 and state in ('FAILED', 'UNCERTAIN', 'NOT_ARRIVED')) as failed
     from delivery where finished_at is null`,
    [new Date(now.getTime() - FAILURES_OF_DAYS * 86_400_000)],
  );
  const { waiting, oldest_at: oldestAt, held, held_at: heldAt, failed } = row!;
  const iso = (at: Date | null) => (at === null ? null : new Date(at).toISOString());
  return [
    { name: 'MESSAGES', waiting, failed, oldestAt: iso(oldestAt) },
    { name: 'MESSAGES_HELD', waiting: held, failed: 0, oldestAt: iso(heldAt) },
  ];
}
