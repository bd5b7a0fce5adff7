import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import { openInbound } from './content.ts';
import type { Lease } from './lease.ts';
import { maskAddress } from './mask-address.ts';

/** So long a message may wait before whoever runs the platform is told that nobody looks. */
export const FORGOTTEN_DAYS = 90;

const code = z.string().regex(/^[A-Z0-9_]{1,40}$/);

export const messageFilter = z.object({
  /** `next` of the page before. */
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  door: code.optional(),
  reason: code.optional(),
  first: z.coerce.number().int().min(1).max(100).default(30),
});
type Filter = z.output<typeof messageFilter>;

/** A message as the list shows it. */
export interface ListedMessage {
  id: string;
  door: string;
  /** Why a person has to read it. */
  reason: string;
  /** Codes of what of a report was not taken. */
  reasonDetail: string | null;
  /** ISO 8601. */
  receivedAt: string;
  /** Enough to tell senders apart. */
  sender: string | null;
  /** `null`: it cannot be read any more. */
  text: string | null;
  /** Whoever reads it now. */
  lease: Lease | null;
  /** What was begun with it and may have happened. */
  begun: 'FILE' | 'ATTACH' | null;
}

export interface MessageRow extends Record<string, unknown> {
  id: string;
  position: number;
  door: string;
  digest: Buffer;
  sealed: Buffer | null;
  reason: string | null;
  receivedAt: Date;
  holder: string | null;
  until: Date | null;
  begun: 'FILE' | 'ATTACH' | null;
}

/** Of `inbound i`, with who reads it (`$1` is now) and what was begun. */
export const MESSAGE = `select i.id, i.position, i.door, i.sender as digest, i.sealed, i.reason, i.received_at as "receivedAt",
    l.account_id as holder, l.until, b.kind as begun
  from inbound i left join desk_lease l on l.inbound_id = i.id and l.until > $1
    left join desk_begun b on b.inbound_id = i.id`;

/** A row as people may see it. */
export function toListed(sealer: Sealer, row: MessageRow): ListedMessage {
  const content = openInbound(sealer, row.id, row.sealed);
  const [reason = 'UNKNOWN', ...detail] = (row.reason ?? 'UNKNOWN').split(' ');
  return {
    id: row.id,
    door: row.door,
    reason,
    reasonDetail: detail.join(' ') || null,
    receivedAt: new Date(row.receivedAt).toISOString(),
    sender: content && maskAddress(content.address),
    text: content && content.text,
    lease:
      row.holder && row.until ? { accountId: row.holder, until: new Date(row.until).toISOString() } : null,
    begun: row.begun,
  };
}

interface Deps {
  database: Database;
  sealer: Sealer;
  clock: Clock;
}

/** What waits for a person, longest first. */
export async function listMessages(
  { database, sealer, clock }: Deps,
  { after, door, reason, first }: Filter,
): Promise<{ messages: ListedMessage[]; next: number | null }> {
  const conditions = [
    { name: 'after', column: 'i.position >', value: after },
    { name: 'door', column: 'i.door =', value: door },
    { name: 'reason', column: `split_part(coalesce(i.reason, 'UNKNOWN'), ' ', 1) =`, value: reason },
  ].filter(({ value }) => value !== undefined);
  const where = conditions.map(({ column }, index) => ` and ${column} $${index + 3}`).join('');
  const rows = await database.query<MessageRow>(
    `desk-messages by ${conditions.map(({ name }) => name).join()}`,
    `${MESSAGE} where i.state = 'WAITING_FOR_PERSON'${where} order by i.position limit $2`,
    [clock.now(), first + 1, ...conditions.map(({ value }) => value)],
  );
  const shown = rows.slice(0, first);
  return {
    messages: shown.map((row) => toListed(sealer, row)),
    next: rows.length > first ? shown.at(-1)!.position : null,
  };
}

export interface MessageCounts {
  waiting: number;
  /** Of them those that have waited for so long that somebody must have forgotten them. */
  forgotten: number;
  /** ISO 8601. */
  oldestAt: string | null;
  byDoor: Record<string, number>;
  byReason: Record<string, number>;
}

/** How much waits, by door and by reason. */
export async function countMessages({
  database,
  clock,
}: Pick<Deps, 'database' | 'clock'>): Promise<MessageCounts> {
  const rows = await database.query<{
    door: string;
    reason: string;
    count: number;
    forgotten: number;
    oldest: Date;
  }>(
    'desk-message-counts',
    `select door, split_part(coalesce(reason, 'UNKNOWN'), ' ', 1) as reason, count(*)::int as count,
       count(*) filter (where received_at < $1)::int as forgotten, min(received_at) as oldest
     from inbound where state = 'WAITING_FOR_PERSON' group by 1, 2 order by 1, 2`,
    [new Date(clock.now().getTime() - FORGOTTEN_DAYS * 86_400_000)],
  );
  const byDoor: Record<string, number> = {};
  const byReason: Record<string, number> = {};
  for (const { door, reason, count } of rows) {
    byDoor[door] = (byDoor[door] ?? 0) + count;
    byReason[reason] = (byReason[reason] ?? 0) + count;
  }
  const oldest = rows.map((row) => new Date(row.oldest).getTime());
  return {
    waiting: rows.reduce((sum, { count }) => sum + count, 0),
    forgotten: rows.reduce((sum, { forgotten }) => sum + forgotten, 0),
    oldestAt: oldest.length > 0 ? new Date(Math.min(...oldest)).toISOString() : null,
    byDoor,
    byReason,
  };
}
