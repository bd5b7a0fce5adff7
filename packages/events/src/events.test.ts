import { Migration } from '@lapor/database';
import { createLogger } from '@lapor/logging';
import { createTestDatabase, type TestDatabase } from '@lapor/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  appendEvents,
  createDelivery,
  eventTables,
  receiveEvents,
  type Delivery,
  type Receiver,
} from './index.ts';

class CreateTables extends Migration {
  override up() {
    for (const statement of eventTables) this.addSql(statement);
    this.addSql('create table seen (position bigint generated always as identity, officer text, posts int)');
  }
}

const SUBSCRIBERS = { identity: ['officer.posts-changed'] } as const;
const at = new Date('2026-11-20T02:00:00Z');
const posts = (count: number) =>
  Array.from({ length: count }, () => ({
    role: 'ANALYST' as const,
    organisationId: 'ksp',
    from: '2026-11-20T00:00:00.000Z',
    until: null,
    onBehalfOf: null,
  }));

describe('events from outbox to inbox', () => {
  let sender: TestDatabase;
  let subscriber: TestDatabase;
  let receive: Receiver;
  const logger = createLogger('test', 'silent');

  beforeAll(async () => {
    const migrations = [{ name: '001', class: CreateTables }];
    sender = await createTestDatabase({ schema: 'organisations', entities: [], migrations });
    subscriber = await createTestDatabase({ schema: 'identity', entities: [], migrations });
  });
  afterAll(async () => {
    await sender[Symbol.asyncDispose]();
    await subscriber[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await sender.database.query('t1', 'truncate event, event_delivery, event_hold');
    await subscriber.database.query('t2', 'truncate inbox, seen');
    receive = (source, events) =>
      receiveEvents(
        subscriber.database,
        source,
        events,
        {
          'officer.posts-changed': async (em, batch) => {
            for (const { payload } of batch) {
              if (payload.posts.length === 13 && poison) throw new Error('unlucky');
              await em.execute('insert into seen (officer, posts) values (?, ?)', [
                payload.officerId,
                payload.posts.length,
              ]);
            }
          },
        },
        () => at,
      );
  });
  let poison = true;

  const append = (officerId: string, ...counts: number[]) =>
    sender.database.transaction((em) =>
      appendEvents(
        em,
        SUBSCRIBERS,
        counts.map((count) => ({
          type: 'officer.posts-changed' as const,
          stream: officerId,
          occurredAt: at,
          payload: { officerId, isSuspended: false, posts: posts(count) },
        })),
      ),
    );
  const deliveryTo = (receiver: Receiver, batchSize = 500): Delivery =>
    createDelivery({
      source: 'organisations',
      database: sender.database,
      receivers: { identity: receiver },
      logger,
      batchSize,
    });
  const seen = async (officer: string) =>
    (
      await subscriber.database.query<{ posts: number }>(
        'seen',
        'select posts from seen where officer = $1 order by position',
        [officer],
      )
    ).map((row) => row.posts);
  const waiting = async () =>
    (await sender.database.query<{ n: number }>('w', 'select count(*) as n from event_delivery'))[0]!.n;

  it('arrive in order, once, and stay in the log', async () => {
    await append('a', 1, 2, 3);
    await append('b', 1);
    expect(await deliveryTo(receive, 2).drain()).toBe(4);
    expect(await seen('a')).toEqual([1, 2, 3]);
    expect(await waiting()).toBe(0);
    expect(await sender.database.query('log', 'select 1 from event')).toHaveLength(4);
  });

  it('are neither lost nor doubled when delivery dies after the subscriber committed', async () => {
    await append('a', 1, 2);
    const dying: Receiver = async (source, events) => {
      await receive(source, events);
      throw new Error('killed before the receipt was written');
    };
    expect(await deliveryTo(dying).drain()).toBe(0);
    expect(await waiting()).toBe(2);
    expect(await deliveryTo(receive).drain()).toBe(2);
    expect(await seen('a')).toEqual([1, 2]);
  });

  it('are neither lost nor doubled when the connection breaks in the middle of a batch', async () => {
    await append('a', 1, 2, 3, 4);
    let calls = 0;
    const breaking: Receiver = async (source, events) => {
      await receive(source, events.slice(0, 2));
      if (calls++ === 0) throw new Error('connection reset');
      return receive(source, events);
    };
    await deliveryTo(breaking).drain();
    await deliveryTo(breaking).drain();
    expect(await seen('a')).toEqual([1, 2, 3, 4]);
    expect(await waiting()).toBe(0);
  });

  it('tell how many wait for a subscriber, since when, and whether a stream is held', async () => {
    poison = true;
    const delivery = deliveryTo(receive);
    const nothing = { subscriber: 'identity', undelivered: 0, oldestAt: null, heldStreams: 0 };
    expect(await delivery.health()).toEqual([nothing]);
    await append('a', 1, 13, 2);
    const waits = { ...nothing, oldestAt: at.toISOString() };
    expect(await delivery.health()).toEqual([{ ...waits, undelivered: 3 }]);
    await delivery.drain();
    expect(await delivery.health()).toEqual([{ ...waits, undelivered: 2, heldStreams: 1 }]);
    poison = false;
    await sender.database.query('free', `update event_hold set until = '2000-01-01'`);
    await delivery.drain();
    expect(await delivery.health()).toEqual([nothing]);
  });

  it('hold back only the stream of an event that is refused, and go on in order when it is accepted', async () => {
    poison = true;
    await append('a', 1, 13, 2);
    await append('b', 5);
    await deliveryTo(receive).drain();
    expect(await seen('a')).toEqual([1]);
    expect(await seen('b')).toEqual([5]);
    expect(await waiting()).toBe(2);
    poison = false;
    await sender.database.query('free', `update event_hold set until = '2000-01-01'`);
    await deliveryTo(receive).drain();
    expect(await seen('a')).toEqual([1, 13, 2]);
    expect(await sender.database.query('h', 'select 1 from event_hold')).toEqual([]);
  });

  it('are delivered by one process at a time', async () => {
    await append('a', 1, 2, 3, 4, 5, 6);
    const totals = await Promise.all([deliveryTo(receive, 1).drain(), deliveryTo(receive, 1).drain()]);
    await deliveryTo(receive).drain();
    expect(Math.max(...totals)).toBeGreaterThan(0);
    expect(await seen('a')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are not written when the transaction is rolled back', async () => {
    const failing = sender.database.transaction(async (em) => {
      await appendEvents(em, SUBSCRIBERS, [
        {
          type: 'officer.posts-changed',
          stream: 'c',
          occurredAt: at,
          payload: { officerId: 'c', isSuspended: false, posts: [] },
        },
      ]);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await waiting()).toBe(0);
  });
});
