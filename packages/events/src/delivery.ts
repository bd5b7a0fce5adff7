import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { outboxHealth, type OutboxHealth } from './outbox-health.ts';
import type { DeliveredEvent, Receipt } from './receive.ts';

/** Takes a batch to a subscriber: a direct call in one process, signed HTTP otherwise. Throws when the subscriber cannot be reached. */
export type Receiver = (source: string, events: readonly DeliveredEvent[]) => Promise<Receipt>;

export interface DeliveryOptions {
  /** Name of the sending service. */
  source: string;
  database: Database;
  /** Where each subscriber is. */
  receivers: Readonly<Record<string, Receiver>>;
  logger: Logger;
  /** How often to look for events that no wake-up told of; milliseconds. */
  pollMilliseconds?: number;
  batchSize?: number;
}

/** Carries events from the outbox to the subscribers: at least once, in order per stream, one process at a time per subscriber. */
export interface Delivery {
  /** Tells that events were committed. Returns at once. */
  wake(): void;
  /** Delivers until nothing is left that may go now; returns how many events went. */
  drain(): Promise<number>;
  start(): void;
  /** Finishes the batch under way. */
  stop(): Promise<void>;
  /** What waits for each subscriber. */
  health(): Promise<OutboxHealth[]>;
}

const LONGEST_HOLD_SECONDS = 300;
const WAKE_AFTER_MILLISECONDS = 30;

class SubscriberAway extends Error {
  constructor(subscriber: string, cause: unknown) {
    super(`${subscriber} did not take the events`, { cause });
    this.name = 'SubscriberAway';
  }
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { source, database, receivers, logger, batchSize = 500 } = options;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  let running: Promise<number> | undefined;
  let again = false;

  async function deliverBatch(subscriber: string, receiver: Receiver): Promise<number> {
    const client = await database.pool.connect();
    // Session lock: another replica must not deliver to the same subscriber at the same time, or order would be lost.
    const lock = `${source}>${subscriber}`;
    let held = false;
    let broken: Error | undefined;
    try {
      held = (
        await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [lock])
      ).rows[0]!.held;
      if (!held) return 0;
      const { rows } = await client.query<DeliveredEvent & { occurredAt: Date | string }>({
        name: 'events-to-deliver',
        text: `select e.id, e.stream, e.type, e.payload, e.occurred_at as "occurredAt"
               from event_delivery d join event e on e.id = d.event_id
               where d.subscriber = $1
                 and not exists (select 1 from event_hold h where h.subscriber = d.subscriber and h.stream = d.stream and h.until > clock_timestamp())
               order by d.event_id limit $2`,
        values: [subscriber, batchSize],
      });
      if (rows.length === 0) return 0;
      const batch = rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt).toISOString() }));
      const { failed } = await receiver(source, batch).catch((cause: unknown) => {
        throw new SubscriberAway(subscriber, cause);
      });
      const firstFailure = new Map(failed.map(({ stream, eventId }) => [stream, eventId]));
      const delivered = batch.filter(({ id, stream }) => id < (firstFailure.get(stream) ?? Infinity));
      await client.query({
        name: 'events-delivered',
        text: `with gone as (delete from event_delivery where subscriber = $1 and event_id = any($2::bigint[]) returning stream)
               delete from event_hold h using gone where h.subscriber = $1 and h.stream = gone.stream`,
        values: [subscriber, delivered.map(({ id }) => id)],
      });
      for (const { stream, eventId, reason } of failed) {
        logger.error({ subscriber, stream, eventId, reason }, 'An event was refused; its stream waits');
        await client.query({
          name: 'event-hold',
          text: `insert into event_hold (subscriber, stream, attempts, until, reason)
                 values ($1, $2, 1, clock_timestamp() + interval '1 second', $3)
                 on conflict (subscriber, stream) do update set attempts = event_hold.attempts + 1, reason = excluded.reason,
                   until = clock_timestamp() + least(${LONGEST_HOLD_SECONDS}, 2 ^ least(event_hold.attempts, 12)) * interval '1 second'`,
          values: [subscriber, stream, reason],
        });
      }
      return delivered.length;
    } catch (error) {
      // Only the database's failures cost the connection: with it the lock would live on until the server sees it gone.
      if (!(error instanceof SubscriberAway)) broken = error as Error;
      throw error;
    } finally {
      if (held && !broken)
        await client
          .query('select pg_advisory_unlock(hashtext($1))', [lock])
          .catch((error: Error) => (broken = error));
      client.release(broken);
    }
  }

  async function deliverAll(): Promise<number> {
    let total = 0;
    await Promise.all(
      Object.entries(receivers).map(async ([subscriber, receiver]) => {
        try {
          for (let count = -1; count !== 0; total += count) count = await deliverBatch(subscriber, receiver);
        } catch (error) {
          logger.warn({ subscriber, err: error }, 'Events could not be delivered; they wait');
        }
      }),
    );
    return total;
  }

  function drain(): Promise<number> {
    again = true;
    running ??= (async () => {
      let total = 0;
      try {
        while (again) {
          again = false;
          total += await deliverAll();
        }
      } finally {
        running = undefined;
      }
      return total;
    })();
    return running;
  }

  return {
    wake() {
      // A moment later, so that the commits of a rush go together.
      if (timer) soon ??= setTimeout(() => ((soon = undefined), void drain()), WAKE_AFTER_MILLISECONDS);
    },
    drain,
    start() {
      timer ??= setInterval(() => void drain(), options.pollMilliseconds ?? 1_000);
      void drain();
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(soon);
      timer = soon = undefined;
      again = false;
      await running;
    },
    health: () => outboxHealth(database, Object.keys(receivers)),
  };
}
