import type { Database } from '@lapor/database';

/** What waits for a subscriber. */
export interface OutboxHealth {
  subscriber: string;
  /** Events that it has not received. */
  undelivered: number;
  /** When the oldest of them happened; ISO 8601. */
  oldestAt: string | null;
  /** Streams that wait because the subscriber refused an event. */
  heldStreams: number;
}

/** What waits for each of these subscribers. */
export async function outboxHealth(
  database: Database,
  subscribers: readonly string[],
): Promise<OutboxHealth[]> {
  const rows = await database.query<{
    subscriber: string;
    undelivered: number;
    oldest_at: Date | null;
    held_streams: number;
  }>(
    'outbox-health',
    `select s.subscriber,
       (select count(*)::int from event_delivery d where d.subscriber = s.subscriber) as undelivered,
       (select e.occurred_at from event_delivery d join event e on e.id = d.event_id
        where d.subscriber = s.subscriber order by d.event_id limit 1) as oldest_at,
       (select count(*)::int from event_hold h where h.subscriber = s.subscriber) as held_streams
     from unnest($1::text[]) as s (subscriber) order by s.subscriber`,
    [[...subscribers]],
  );
  return rows.map((row) => ({
    subscriber: row.subscriber,
    undelivered: row.undelivered,
    oldestAt: row.oldest_at === null ? null : new Date(row.oldest_at).toISOString(),
    heldStreams: row.held_streams,
  }));
}
