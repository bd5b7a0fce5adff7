import type { EntityManager } from '@mikro-orm/postgresql';
import { DatabaseUnavailable, unhurried, type Database } from '@lapor/database';
import { catalogue, type EventOf, type EventType } from './catalogue.ts';

/** An event on its way, as it travels between services. */
export interface DeliveredEvent {
  id: number;
  stream: string;
  type: string;
  payload: unknown;
  /** ISO 8601. */
  occurredAt: string;
}

/** What became of a batch: streams that failed are held back by the sender and tried again. */
export interface Receipt {
  failed: { stream: string; eventId: number; reason: string }[];
}

/**
 * Handlers by type. Each gets all events of its type that follow one another in the batch, in order, inside the inbox transaction.
 * Types without a handler are noted as received and passed over.
 */
export type EventHandlers = {
  [Type in EventType]?: (em: EntityManager, events: EventOf<Type>[]) => Promise<void>;
};

/**
 * Handles a batch exactly once per event: inbox row and effects are one transaction.
 * The whole batch is tried in one transaction first; when that fails, event by event, so that one bad event holds only its own stream.
 */
export const receiveEvents = (
  database: Database,
  source: string,
  batch: readonly DeliveredEvent[],
  handlers: EventHandlers,
  now: () => Date,
): Promise<Receipt> => unhurried(() => receive(database, source, batch, handlers, now));

async function receive(
  database: Database,
  source: string,
  batch: readonly DeliveredEvent[],
  handlers: EventHandlers,
  now: () => Date,
): Promise<Receipt> {
  try {
    await handle(database, source, batch, handlers, now());
    return { failed: [] };
  } catch (error) {
    // No event is to blame for a database that is away: the sender keeps all of them, and no stream is held back for it.
    if (error instanceof DatabaseUnavailable && error.isGone) throw error;
    if (batch.length === 1) return { failed: [failure(batch[0]!, error)] };
  }
  const failed: Receipt['failed'] = [];
  for (const event of batch) {
    if (failed.some(({ stream }) => stream === event.stream)) continue;
    try {
      await handle(database, source, [event], handlers, now());
    } catch (error) {
      failed.push(failure(event, error));
    }
  }
  return { failed };
}

async function handle(
  database: Database,
  source: string,
  batch: readonly DeliveredEvent[],
  handlers: EventHandlers,
  receivedAt: Date,
): Promise<void> {
  await database.transaction(async (em) => {
    const fresh = await em.execute<{ event_id: number }[]>(
      `insert into inbox (source, event_id, received_at)
       select ?, id, ? from unnest(?::bigint[]) as id
       on conflict do nothing returning event_id`,
      [source, receivedAt, `{${batch.map(({ id }) => id).join(',')}}`],
    );
    const ids = new Set(fresh.map(({ event_id }) => Number(event_id)));
    const events = batch.filter(({ id }) => ids.has(id)).map(parse);
    for (let start = 0; start < events.length;) {
      const type = events[start]!.type;
      let end = start;
      while (events[end]?.type === type) end++;
      await (handlers[type] as ((em: EntityManager, events: EventOf[]) => Promise<void>) | undefined)?.(
        em,
        events.slice(start, end),
      );
      start = end;
    }
  });
}

function parse(event: DeliveredEvent): EventOf {
  const schema = catalogue[event.type as EventType];
  if (!schema) throw new Error(`Unknown event type ${event.type}`);
  return {
    id: event.id,
    stream: event.stream,
    type: event.type as EventType,
    occurredAt: new Date(event.occurredAt),
    payload: schema.parse(event.payload) as EventOf['payload'],
  };
}

const failure = (event: DeliveredEvent, error: unknown) => ({
  stream: event.stream,
  eventId: event.id,
  reason: error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}`.slice(0, 300) : 'unknown',
});
