import type { EntityManager } from '@mikro-orm/postgresql';
import { executePrepared } from '@lapor/database';
import { catalogue, type EventType, type PayloadOf } from './catalogue.ts';

/** An event to be written in the transaction of the change it tells of. */
export type NewEvent = {
  [Type in EventType]: {
    type: Type;
    /** Events of one stream arrive in order: the report's, organisation's or officer's id. */
    stream: string;
    payload: PayloadOf<Type>;
    occurredAt: Date;
  };
}[EventType];

/** What writes events, to be made part of another statement. */
export interface EventInserts {
  /** Goes among the parts of its `with`. */
  part: string;
  /** Ends it. */
  end: string;
  /** Of both, in their order. */
  values: string[];
}

/**
 * Writes events and their deliveries as parts of a statement that the caller has to run anyway.
 * The caller holds the lock of the stream (it has changed the stream's row), so ids of one stream follow its order.
 * @param subscribers which service hears which types.
 */
export function eventInserts(
  subscribers: Readonly<Record<string, readonly EventType[]>>,
  events: readonly NewEvent[],
): EventInserts {
  const rows = events.map(({ type, stream, payload, occurredAt }) => ({
    type,
    stream,
    payload: catalogue[type].parse(payload),
    occurred_at: occurredAt.toISOString(),
  }));
  const pairs = Object.entries(subscribers).flatMap(([subscriber, types]) =>
    types.map((type) => ({ subscriber, type })),
  );
  return {
    part: `written_event as (
       insert into event (stream, type, payload, occurred_at)
       select stream, type, payload, occurred_at
       from rows from (jsonb_to_recordset(?::jsonb) as (stream text, type text, payload jsonb, occurred_at timestamptz))
         with ordinality as e (stream, type, payload, occurred_at, position)
       order by position
       returning id, stream, type
     )`,
    end: `insert into event_delivery (subscriber, event_id, stream)
     select s.subscriber, w.id, w.stream
     from written_event w join jsonb_to_recordset(?::jsonb) as s (subscriber text, type text) on s.type = w.type`,
    values: [JSON.stringify(rows), JSON.stringify(pairs)],
  };
}

/** Writes events and their deliveries in the running transaction, in one statement of their own; see `eventInserts`. */
export async function appendEvents(
  em: EntityManager,
  subscribers: Readonly<Record<string, readonly EventType[]>>,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { part, end, values } = eventInserts(subscribers, events);
  await executePrepared(em, `with ${part} ${end}`, values);
}
