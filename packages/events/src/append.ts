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

/** So many events are written by a statement of their own text; more share one text, whatever their number. */
const MOST_WITH_OWN_TEXT = 4;

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
    occurredAt: occurredAt.toISOString(),
  }));
  const isFew = rows.length <= MOST_WITH_OWN_TEXT;
  return {
    part: `written_event as (
       insert into event (stream, type, payload, occurred_at)
       ${isFew ? `values ${rows.map(() => '(?, ?, ?::jsonb, ?::timestamptz)').join(', ')}` : FROM_ONE_VALUE}
       returning id, stream, type
     )`,
    end: `insert into event_delivery (subscriber, event_id, stream)
     select s.subscriber, w.id, w.stream from written_event w join (values ${pairsOf(subscribers)}) as s (subscriber, type) on s.type = w.type`,
    values: isFew
      ? rows.flatMap(({ stream, type, payload, occurredAt }) => [
          stream,
          type,
          JSON.stringify(payload),
          occurredAt,
        ])
      : [JSON.stringify(rows)],
  };
}

const FROM_ONE_VALUE = `select stream, type, payload, "occurredAt"
       from rows from (jsonb_to_recordset(?::jsonb) as (stream text, type text, payload jsonb, "occurredAt" timestamptz))
         with ordinality as e (stream, type, payload, "occurredAt", position)
       order by position`;

const PLAIN = /^[a-z.-]+$/;

/** Who hears what, as rows: part of the text, for it never changes while a service runs. */
function pairsOf(subscribers: Readonly<Record<string, readonly EventType[]>>): string {
  return Object.entries(subscribers)
    .flatMap(([subscriber, types]) => types.map((type) => [subscriber, type] as const))
    .map((pair) => {
      if (!pair.every((name) => PLAIN.test(name))) throw new Error(`Not a name of a subscriber: ${pair[0]}`);
      return `('${pair[0]}', '${pair[1]}')`;
    })
    .join(', ');
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
