import type { EntityManager } from '@mikro-orm/postgresql';
import type { Content, Door, Sender, WorkDeps } from '../door/index.ts';
import { openInbound } from './content.ts';
import { heldByAnother } from './lease.ts';
import { HELD_BY_ANOTHER, KEY_USED, NOT_WAITING, type Refusal } from './outcome.ts';
import type { Operator } from './policy.ts';
import { findAction, type DeskActionName } from './record-action.ts';

/** What the desk works with. */
export type DeskDeps = WorkDeps;

/** A wish of an operator about one message. */
export interface Wish {
  id: string;
  /** UUID made by the device: a retry with it changes nothing. */
  requestKey: string;
}

/** What was begun with a message; until it is ready somebody prepares it, alone until then. */
interface BegunRow {
  kind: 'FILE' | 'ATTACH';
  sealed: Buffer;
  isReady: boolean;
  preparedUntil: Date | null;
}

/** A message that waits, locked until the transaction ends. */
export interface HeldMessage {
  id: string;
  /** The channel of the door that it came by. */
  channel: string;
  /** `null`: that door is shut now. */
  door: Door | null;
  /** Why it waits for a person. */
  reason: string | null;
  sender: Sender;
  /** `null`: it cannot be read any more. */
  content: Content | null;
  begun: BegunRow | null;
}

export type Looked =
  | { kind: 'HELD'; message: HeldMessage }
  /** Done before by the same wish. */
  | { kind: 'REPEATED'; detail: string | null }
  | { kind: 'REFUSED'; refusal: Refusal };

const refused = (refusal: Refusal): Looked => ({ kind: 'REFUSED', refusal });

/** Locks a message for an operator: refused where it waits no more, or where a colleague reads it. */
export async function holdMessage(
  em: EntityManager,
  { sealer, clock, doors }: Pick<DeskDeps, 'sealer' | 'clock' | 'doors'>,
  operator: Operator,
  { id, requestKey }: Wish,
  action: DeskActionName,
): Promise<Looked> {
  const [row] = await em.execute<
    { channel: string; digest: Buffer; sealed: Buffer | null; state: string; reason: string | null }[]
  >('select door as channel, sender as digest, sealed, state, reason from inbound where id = ? for update', [
    id,
  ]);
  // Asked under the lock: two tries of one wish end with one answer.
  const earlier = await findAction(em, operator.accountId, requestKey);
  if (earlier)
    return earlier.action === action && earlier.subjectId === id
      ? { kind: 'REPEATED', detail: earlier.detail }
      : refused(KEY_USED);
  if (row?.state !== 'WAITING_FOR_PERSON') return refused(NOT_WAITING);
  if (await heldByAnother(em, id, operator.accountId, clock.now())) return refused(HELD_BY_ANOTHER);
  const [begun] = await em.execute<BegunRow[]>(
    'select kind, sealed, is_ready as "isReady", prepared_until as "preparedUntil" from desk_begun where inbound_id = ?',
    [id],
  );
  const { channel, digest, sealed, reason } = row;
  return {
    kind: 'HELD',
    message: {
      id,
      channel,
      door: doors.find((door) => door.channel === channel) ?? null,
      reason,
      sender: { door: channel, digest },
      content: openInbound(sealer, id, sealed),
      begun: begun ?? null,
    },
  };
}

/** What a message says that still waits; `null`: it does not, or cannot be read. */
export async function contentOf(
  em: EntityManager,
  { sealer }: Pick<DeskDeps, 'sealer'>,
  id: string,
): Promise<Content | null> {
  const [row] = await em.execute<{ sealed: Buffer | null }[]>(
    `select sealed from inbound where id = ? and state = 'WAITING_FOR_PERSON'`,
    [id],
  );
  return row ? openInbound(sealer, id, row.sealed) : null;
}

/** Ends a message: its words go, as of every message that nobody has to read any more. */
export async function endMessage(
  em: EntityManager,
  id: string,
  { at, reportId = null }: { at: Date; reportId?: string | null },
): Promise<void> {
  await em.execute(
    `update inbound set state = 'DONE', sealed = null, finished_at = ?, report_id = coalesce(?, report_id)
     where id = ? and state = 'WAITING_FOR_PERSON'`,
    [at.toISOString(), reportId, id],
  );
  await em.execute('delete from inbound_file where inbound_id = ?', [id]);
  await em.execute('delete from desk_lease where inbound_id = ?', [id]);
  await em.execute('delete from desk_begun where inbound_id = ?', [id]);
}
