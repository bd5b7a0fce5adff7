import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { dayOf } from './sending-day.ts';
import type { DeliveryState } from './state.ts';
import { tellOwners, type Ended } from './tell-owners.ts';

/** In place of a provider where a message is told of by the name that we gave it. */
export const OWN_NAMES = 'OWN';

/** What a provider tells of a message that it took. */
export interface Receipt {
  provider: string;
  /** Names under which it may be kept, the likeliest first: some write one name in two ways. */
  messageIds: readonly string[];
  arrived: boolean;
  at: Date;
  /** It comes long after the message left: what nobody knows then there never was. */
  isLate?: boolean;
}

/** So long a receipt waits for the message that it is about. */
const EARLY_HOURS = 24;
/** So long after a message left a receipt of it is looked for. */
const PART_DAYS = 14;
const LONGEST_ID = 100;
/** Whoever tells of messages that there never were fills no disk. */
const MOST_EARLY = 50_000;

/** The answer with the name of a message and what is told under this name may come side by side. */
const holdName = (em: EntityManager, provider: string, messageId: string) =>
  em.execute('select pg_advisory_xact_lock(hashtextextended(?, 1))', [`${provider} ${messageId}`]);

/** Keeps under which names the other side may tell of a delivery; what it told before is taken over. */
export async function keepParts(
  em: EntityManager,
  { id, provider, messageIds, at }: { id: string; provider: string; messageIds: readonly string[]; at: Date },
): Promise<void> {
  const names = [...new Set(messageIds)]
    .filter((name) => name !== '' && name.length <= LONGEST_ID)
    .toSorted();
  for (const name of names) {
    await holdName(em, provider, name);
    // A provider that begins to count anew means the newest.
    await em.execute(
      `insert into delivery_part (provider, message_id, delivery_id, sent_at) values (?, ?, ?, ?)
       on conflict (provider, message_id) do update set delivery_id = excluded.delivery_id, sent_at = excluded.sent_at, arrived = null`,
      [provider, name, id, at.toISOString()],
    );
    const [early] = await em.execute<{ arrived: boolean; at: Date }[]>(
      'delete from early_receipt where provider = ? and message_id = ? returning arrived, at',
      [provider, name],
    );
    if (early) await notePart(em, { provider, name, arrived: early.arrived, at: new Date(early.at) });
  }
}

/**
 * Notes what became of a message. Of an unknown one it is kept for a day, because the news may overtake the answer; a second receipt of
 * the same part changes nothing.
 */
export async function noteReceipt(
  database: Database,
  receipt: Receipt,
): Promise<'NOTED' | 'EARLY' | 'USELESS'> {
  const { provider, arrived, at } = receipt;
  const names = receipt.messageIds.filter((name) => name !== '' && name.length <= LONGEST_ID);
  if (names.length === 0) return 'USELESS';
  return database.transaction(async (em) => {
    for (const name of names.toSorted()) await holdName(em, provider, name);
    for (const name of names) if (await notePart(em, { provider, name, arrived, at })) return 'NOTED';
    if (receipt.isLate) return 'USELESS';
    for (const name of names)
      await em.execute(
        `insert into early_receipt (provider, message_id, arrived, at) select ?, ?, ?, ?
         where (select count(*) from early_receipt) < ? on conflict do nothing`,
        [provider, name, arrived, at.toISOString(), MOST_EARLY],
      );
    return 'EARLY';
  });
}

/** `false`: there is no such part. */
async function notePart(
  em: EntityManager,
  { provider, name, arrived, at }: { provider: string; name: string; arrived: boolean; at: Date },
): Promise<boolean> {
  const [part] = await em.execute<{ deliveryId: string; known: boolean | null }[]>(
    'select delivery_id as "deliveryId", arrived as known from delivery_part where provider = ? and message_id = ?',
    [provider, name],
  );
  if (!part) return false;
  if (part.known !== null) return true;
  // Parts of one message are told of side by side.
  await em.execute('select 1 from delivery where id = ? for update', [part.deliveryId]);
  await em.execute('update delivery_part set arrived = ? where provider = ? and message_id = ?', [
    arrived,
    provider,
    name,
  ]);
  const [parts] = await em.execute<{ all: boolean }[]>(
    'select coalesce(bool_and(coalesce(arrived, false)), false) as "all" from delivery_part where delivery_id = ?',
    [part.deliveryId],
  );
  if (arrived && !parts!.all) return true;
  await endAnew(em, part.deliveryId, arrived ? 'ARRIVED' : 'NOT_ARRIVED', at);
  return true;
}

async function endAnew(
  em: EntityManager,
  id: string,
  state: Extract<DeliveryState, 'ARRIVED' | 'NOT_ARRIVED'>,
  at: Date,
): Promise<void> {
  // Where one part was lost the whole was, whatever is told of the others.
  const [ended] = await em.execute<(Ended & { provider: string; finishedAt: Date })[]>(
    `update delivery set state = ? where id = ? and state in ('SENT', 'UNCERTAIN')
     returning template, way, provider, finished_at as "finishedAt", report_id as "reportId", hand_over_id as "handOverId", letter_id as "letterId"`,
    [state, id],
  );
  if (!ended) return;
  await em.execute(
    `update sending_day set arrived = arrived + ?, not_arrived = not_arrived + ? where day = ? and way = ? and provider = ?`,
    [
      state === 'ARRIVED' ? 1 : 0,
      state === 'ARRIVED' ? 0 : 1,
      dayOf(new Date(ended.finishedAt)),
      ended.way,
      ended.provider,
    ],
  );
  await tellOwners(em, id, ended, state, at);
}

/** Names and receipts that nobody asks for any more. */
export async function forgetReceipts(database: Database, now: Date): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  await database.query('receipts-tidy', 'delete from early_receipt where at < $1', [before(EARLY_HOURS)]);
  await database.query('parts-tidy', 'delete from delivery_part where sent_at < $1', [
    before(PART_DAYS * 24),
  ]);
}

/** The delivery that the other side knows by this name; `null`: none, or none any more. */
export async function deliveryOfMessage(
  database: Database,
  provider: string,
  messageId: string,
): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(
    'delivery-of-message',
    'select delivery_id as id from delivery_part where provider = $1 and message_id = $2',
    [provider, messageId],
  );
  return row?.id ?? null;
}
