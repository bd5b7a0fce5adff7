import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import {
  conversationShape,
  NOTHING_YET,
  type Act,
  type Conversation,
  type HeldReport,
  type Operation,
} from './state.ts';

/** One of those who write to a door. */
export interface Sender {
  door: string;
  /** Keyed digest of the number or address. */
  digest: Buffer;
}

export interface InboundRow {
  id: string;
  sealed: Buffer | null;
  receivedAt: Date;
  attempts: number;
  act: Operation | null;
  actReportId: string | null;
  /** Before this nobody reads it; it waits for its files, or for the rest of an album. */
  readAfter: Date | null;
}

/** The message that is read next; `hasMore`: others of its sender wait behind it. */
export type NextInbound = InboundRow & { hasMore: boolean };

export type InboundState = 'RECEIVED' | 'DONE' | 'WAITING_FOR_PERSON' | 'REFUSED';

const contextOf = ({ door, digest }: Sender) => `${door} ${digest.toString('hex')}`;

/** Holds a sender until the transaction ends; `false`: somebody else does. */
export async function holdSender(em: EntityManager, sender: Sender): Promise<boolean> {
  const [lock] = await em.execute<{ locked: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked',
    [contextOf(sender)],
  );
  return lock!.locked;
}

/** Keeps what came in; `false`: this message of the provider is kept already. */
export async function insertInbound(
  em: EntityManager,
  { door, digest }: Sender,
  row: {
    id: string;
    providerMessageId: string;
    /** `null`: nobody will read it. */
    sealed: Buffer | null;
    state: InboundState;
    reason: string | null;
    /** Digest of what shows whose a mail is. */
    proof?: Buffer | null;
    /** Before this nobody reads it. */
    readAfter?: Date | null;
    at: Date;
  },
): Promise<boolean> {
  const inserted = await em.execute<unknown[]>(
    `insert into inbound (id, door, provider_message_id, sender, sealed, state, reason, proof, read_after, received_at, finished_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (door, provider_message_id) do nothing returning id`,
    [
      row.id,
      door,
      row.providerMessageId,
      digest,
      row.sealed,
      row.state,
      row.reason,
      row.proof ?? null,
      row.readAfter?.toISOString() ?? null,
      row.at.toISOString(),
      row.state === 'RECEIVED' ? null : row.at.toISOString(),
    ],
  );
  return inserted.length === 1;
}

/** Why a message was refused that was too much. */
export const FLOOD = 'FLOOD';

/** How much a sender sent since then with the same proof, or none; and whether this message is known. What was refused does not count. */
export async function countSince(
  database: Database,
  { door, digest }: Sender,
  { since, proof, providerMessageId }: { since: Date; proof: Buffer | null; providerMessageId: string },
): Promise<{ count: number; isKnown: boolean }> {
  const [row] = await database.query<{ count: number; known: boolean }>(
    'inbound-count',
    `select (select count(*)::int from inbound where door = $1 and sender = $2 and received_at > $3
         and proof is not distinct from $5 and reason is distinct from '${FLOOD}') as count,
       exists (select 1 from inbound where door = $1 and provider_message_id = $4) as known`,
    [door, digest, since, providerMessageId, proof],
  );
  return { count: row!.count, isKnown: row!.known };
}

/** When somebody wrote last; `null`: never. */
export async function lastHeard(database: Database, { door, digest }: Sender): Promise<Date | null> {
  const [row] = await database.query<{ at: Date | null }>(
    'inbound-last',
    'select max(received_at) as at from inbound where door = $1 and sender = $2',
    [door, digest],
  );
  return row?.at ? new Date(row.at) : null;
}

const UNREAD = `id, sealed, received_at as "receivedAt", attempts, act, act_report_id as "actReportId", read_after as "readAfter"`;

/** The sender's oldest message that nobody has worked off; notes the try, where it may be read yet. */
export async function nextInbound(
  database: Database,
  { door, digest }: Sender,
  now: Date,
): Promise<NextInbound | undefined> {
  const [row] = await database.query<NextInbound & Record<string, unknown>>(
    'inbound-next',
    `update inbound i set attempts = attempts + case when read_after > $3 then 0 else 1 end where id =
       (select id from inbound where door = $1 and sender = $2 and state = 'RECEIVED' order by position limit 1)
     returning ${UNREAD},
       exists (select 1 from inbound b where b.door = $1 and b.sender = $2 and b.state = 'RECEIVED' and b.position > i.position) as "hasMore"`,
    [door, digest, now],
  );
  return row;
}

/** Leaves a message for later; a try that only waited is none. */
export async function postpone(database: Database, id: string, until: Date): Promise<void> {
  await database.query(
    'inbound-postpone',
    'update inbound set read_after = $2, attempts = greatest(attempts - 1, 0) where id = $1',
    [id, until],
  );
}

/** Everything of a sender that waits to be read, in its order. */
export function unreadOf(database: Database, { door, digest }: Sender): Promise<InboundRow[]> {
  return database.query<InboundRow & Record<string, unknown>>(
    'inbound-unread',
    `select ${UNREAD} from inbound
     where door = $1 and sender = $2 and state = 'RECEIVED' order by position limit 100`,
    [door, digest],
  );
}

/** Notes what is begun, before it is. */
export async function noteAct(
  database: Database,
  inboundId: string,
  { operation, reportId }: Act,
): Promise<void> {
  await database.query('inbound-act', 'update inbound set act = $2, act_report_id = $3 where id = $1', [
    inboundId,
    operation,
    reportId,
  ]);
}

/** Ends a message. Its words go, unless a person has to read them. */
export async function finishInbound(
  em: EntityManager,
  id: string,
  end: { state: 'DONE' | 'WAITING_FOR_PERSON'; reason: string | null; reportId: string | null; at: Date },
): Promise<void> {
  // Files are with the platform then, or were refused there; a person may need those of the rest.
  await em.execute(
    `with ended as (
       update inbound set state = ?, reason = ?, report_id = ?, finished_at = ?, sealed = case when ? = 'DONE' then null else sealed end
       where id = ? and state = 'RECEIVED')
     delete from inbound_file where inbound_id = ? and ? = 'DONE'`,
    [end.state, end.reason, end.reportId, end.at.toISOString(), end.state, id, id, end.state],
  );
}

/** What came in since a draft was begun, and what is left of it for a person, belongs to its report. */
export async function giveToReport(
  em: EntityManager,
  { door, digest }: Sender,
  inboundId: string,
  reportId: string,
): Promise<void> {
  await em.execute(
    `update inbound set report_id = ? where door = ? and sender = ? and report_id is null and state in ('DONE', 'WAITING_FOR_PERSON')
       and position >= (select position from inbound where id = ?)`,
    [reportId, door, digest, inboundId],
  );
}

/** What is being talked about with a sender, and until when a draft waits. What cannot be read any more is nothing. */
export async function findConversation(
  database: Database,
  sealer: Sealer,
  sender: Sender,
): Promise<{ conversation: Conversation; dueAt: Date | null; isUnreadable?: boolean; changedAt?: Date }> {
  const [row] = await database.query<{ sealed: Buffer; dueAt: Date | null; changedAt: Date }>(
    'conversation-of',
    'select sealed, due_at as "dueAt", updated_at as "changedAt" from conversation where door = $1 and sender = $2',
    [sender.door, sender.digest],
  );
  if (!row) return { conversation: NOTHING_YET, dueAt: null };
  const dueAt = row.dueAt && new Date(row.dueAt);
  try {
    const text = sealer.open(row.sealed, contextOf(sender)).toString();
    return { conversation: conversationShape.parse(JSON.parse(text)), dueAt };
  } catch {
    return { conversation: NOTHING_YET, dueAt: null, isUnreadable: true, changedAt: new Date(row.changedAt) };
  }
}

/** Nothing is filed any more of what waited; what is sealed stays. */
export async function forgetDue(database: Database, { door, digest }: Sender): Promise<void> {
  await database.query(
    'conversation-forget-due',
    'update conversation set due_at = null where door = $1 and sender = $2',
    [door, digest],
  );
}

export interface ConversationChange {
  conversation: Conversation;
  dueAt: Date | null;
  stops?: boolean | undefined;
  /** When it was said that news is wanted or not: messages may be read in another order. */
  saidAt?: Date;
  at: Date;
}

/** A process of the release before knows short messages only, and an address by this name: while both run it reads what is written here. */
const asStored = ({ draft, ...others }: Conversation, { door }: Sender) => ({
  ...others,
  draft: draft && door === 'SMS' ? { ...draft, phone: draft.address } : draft,
});

export async function saveConversation(
  em: EntityManager,
  sealer: Sealer,
  sender: Sender,
  { conversation, dueAt, stops, at, saidAt = at }: ConversationChange,
): Promise<void> {
  const now = at.toISOString();
  const said = saidAt.toISOString();
  await em.execute(
    `insert into conversation as c (door, sender, sealed, due_at, stopped_at, updated_at) values (?, ?, ?, ?, ?, ?)
     on conflict (door, sender) do update set sealed = excluded.sealed, due_at = excluded.due_at, updated_at = excluded.updated_at,
       stopped_at = ${stops === undefined ? 'c.stopped_at' : 'case when c.stopped_at > ? then c.stopped_at else excluded.stopped_at end'}`,
    [
      sender.door,
      sender.digest,
      sealer.seal(JSON.stringify(asStored(conversation, sender)), contextOf(sender)),
      dueAt?.toISOString() ?? null,
      stops ? said : null,
      now,
      ...(stops === undefined ? [] : [said]),
    ],
  );
}

/** Whose drafts have waited long enough, and whose oldest message nobody has read although it came a while ago, or is to be read now. */
export function sendersDue(database: Database, now: Date, unreadSince: Date): Promise<Sender[]> {
  return database.query<Sender & Record<string, unknown>>(
    'conversation-due',
    `(select c.door, c.sender as digest from conversation c where c.due_at <= $1 and not exists
        (select from inbound i where i.door = c.door and i.sender = c.sender and i.state = 'RECEIVED' and i.read_after > $1)
      order by c.due_at limit 200)
     union
     (select door, sender from
        (select distinct on (door, sender) door, sender, position, received_at, read_after from inbound
         where state = 'RECEIVED' order by door, sender, position) oldest
      where coalesce(read_after <= $1, received_at <= $2) order by position limit 200)`,
    [now, unreadSince],
  );
}

/** Notes that news is wanted or not where nothing else of a conversation can be read: what is sealed stays. */
export async function saveStopped(
  em: EntityManager,
  { door, digest }: Sender,
  { stops, saidAt }: { stops: boolean; saidAt: Date },
): Promise<void> {
  const said = saidAt.toISOString();
  await em.execute(
    `update conversation set stopped_at = case when stopped_at > ? then stopped_at else ? end where door = ? and sender = ?`,
    [said, stops ? said : null, door, digest],
  );
}

export async function isStopped(database: Database, { door, digest }: Sender): Promise<boolean> {
  const rows = await database.query(
    'conversation-stopped',
    'select 1 from conversation where door = $1 and sender = $2 and stopped_at is not null',
    [door, digest],
  );
  return rows.length > 0;
}

/** Keeps number, code and address of a report; what is kept already stays, with its short code. */
export async function keepReport(
  database: Database,
  sealer: Sealer,
  { door, digest }: Sender,
  report: { reportId: string; number: string; accessCode: string; address: string },
  at: Date,
): Promise<HeldReport> {
  const { reportId, number, accessCode, address } = report;
  const sealed = sealer.seal(JSON.stringify({ number, accessCode, address }), reportId);
  await database.query(
    'door-report-keep',
    `insert into door_report (report_id, door, sender, ordinal, sealed, filed_at)
     select $1, $2, $3, coalesce(max(ordinal), 0) + 1, $4, $5 from door_report where door = $2 and sender = $3
     on conflict (report_id) do nothing`,
    [reportId, door, digest, sealed, at],
  );
  return (await findHeld(database, sealer, reportId))!.report;
}

interface HeldRow extends Record<string, unknown> {
  reportId: string;
  door: string;
  digest: Buffer;
  ordinal: number;
  sealed: Buffer;
}

const HELD = 'report_id as "reportId", door, sender as digest, ordinal, sealed';

function toHeld(sealer: Sealer, { reportId, ordinal, sealed }: HeldRow): HeldReport {
  const { number, accessCode, address } = JSON.parse(sealer.open(sealed, reportId).toString()) as {
    number: string;
    accessCode: string;
    address?: string;
  };
  return {
    reportId,
    number,
    key: { kind: 'CODE', accessCode },
    shortCode: `K${ordinal}`,
    address: address ?? null,
  };
}

/** The sender's reports, newest first. */
export async function heldReports(
  database: Database,
  sealer: Sealer,
  { door, digest }: Sender,
): Promise<HeldReport[]> {
  const rows = await database.query<HeldRow>(
    'door-reports-of',
    `select ${HELD} from door_report where door = $1 and sender = $2 order by ordinal desc limit 200`,
    [door, digest],
  );
  return rows.map((row) => toHeld(sealer, row));
}

/** Answers are named after the message that they answer. */
const ANSWERED = /^(?:answer|due|desk)-([0-9a-f-]{36})$/;

/** Which report a message was about: one of ours, by its delivery, or one of the sender's own, by its name. `null`: nobody knows. */
export async function reportOfMessage(
  database: Database,
  { door, digest }: Sender,
  { messageName, deliveryId }: { messageName: string; deliveryId: string | null },
): Promise<string | null> {
  const [, answered = null] = ANSWERED.exec(deliveryId ?? '') ?? [];
  const [row] = await database.query<{ reportId: string | null }>(
    'report-of-message',
    `select coalesce(
       (select report_id from delivery where id = $3),
       (select report_id from inbound where id = $4::uuid and door = $1 and sender = $2),
       (select report_id from inbound where door = $1 and sender = $2 and provider_message_id = $5)) as "reportId"`,
    [door, digest, deliveryId, answered, messageName],
  );
  return row?.reportId ?? null;
}

/** A report that was filed by a door, and by whom. */
export async function findHeld(
  database: Database,
  sealer: Sealer,
  reportId: string,
): Promise<{ report: HeldReport; sender: Sender } | null> {
  const [row] = await database.query<HeldRow>(
    'door-report-by-id',
    `select ${HELD} from door_report where report_id = $1`,
    [reportId],
  );
  return row ? { report: toHeld(sealer, row), sender: { door: row.door, digest: row.digest } } : null;
}

/** Messages that wait to be read, and how many of them were tried often. */
export async function countUnread(
  database: Database,
  often: number,
): Promise<{ waiting: number; triedOften: number; oldestAt: Date | null }> {
  const [row] = await database.query<{ waiting: number; tried: number; oldest: Date | null }>(
    'inbound-waiting',
    `select count(*)::int as waiting, (count(*) filter (where attempts >= $1))::int as tried, min(received_at) as oldest
     from inbound where state = 'RECEIVED'`,
    [often],
  );
  return { waiting: row!.waiting, triedOften: row!.tried, oldestAt: row!.oldest && new Date(row!.oldest) };
}
