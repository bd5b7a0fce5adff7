import { randomUUID } from 'node:crypto';
import type { Database } from '@lapor/database';

/** Longer no operator waits before it brings again what was not answered. */
const REPEAT_MINUTES = 15;
const KEPT_HOURS = 24;

/** What of a message that came in is known. */
export interface Heard {
  /** The same for a repetition of the same message: what is done with it is done once. */
  id: string;
  /** It was durable before: only its answer was lost. */
  isDone: boolean;
}

/**
 * Says whether the very same octets are the operator's repetition or somebody's second message. SMPP gives messages no names. It is a
 * repetition while it is not certain that the operator got the answer to the first; that is certain once it answered a question that
 * was asked after it.
 */
export async function hear(database: Database, digest: Buffer, now: Date): Promise<Heard> {
  const [fresh] = await database.query<{ id: string }>(
    'smpp-hear',
    `insert into smpp_heard as h (digest, id, heard_at) values ($1, $2, $3)
     on conflict (digest) do update set id = excluded.id, heard_at = excluded.heard_at, is_done = false, is_settled = false
       where h.is_settled or h.heard_at <= $4
     returning id`,
    [digest, randomUUID(), now, new Date(now.getTime() - REPEAT_MINUTES * 60_000)],
  );
  if (fresh) return { id: fresh.id, isDone: false };
  const [known] = await database.query<{ id: string; is_done: boolean }>(
    'smpp-heard',
    'select id, is_done from smpp_heard where digest = $1',
    [digest],
  );
  // Tidied away between the two: it is old enough to be new.
  return known ? { id: known.id, isDone: known.is_done } : hear(database, digest, now);
}

/** It is durable: a repetition needs an answer only. */
export async function noteDone(database: Database, id: string): Promise<void> {
  await database.query('smpp-heard-done', 'update smpp_heard set is_done = true where id = $1', [id]);
}

/** The operator has the answers to these: the same octets are a new message from now on. */
export async function settle(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.query(
    'smpp-heard-settled',
    'update smpp_heard set is_settled = true where id = any($1::uuid[]) and is_done',
    [[...ids]],
  );
}

export async function forgetHeard(database: Database, now: Date): Promise<void> {
  await database.query('smpp-heard-tidy', 'delete from smpp_heard where heard_at < $1', [
    new Date(now.getTime() - KEPT_HOURS * 3_600_000),
  ]);
}
