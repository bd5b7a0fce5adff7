import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Outcome, accepted } from './outcome.ts';

const CONFLICT = 'This request key was used with other content';

/** SQL for what requests with a key were answered; run it in a migration of the service. */
export const requestTables: readonly string[] = [
  `create table remembered_request (
    key uuid not null,
    actor_id text not null,
    operation text not null,
    body_hash bytea not null,
    answer jsonb not null,
    at timestamptz not null,
    primary key (actor_id, key)
  )`,
  `create index remembered_request_at on remembered_request (at)`,
];

/** A request that may come twice. */
export type RememberedRequest = {
  /** UUID made by the device; absent: not remembered. */
  key: string | null | undefined;
  actorId: string;
  operation: string;
  /** The input as parsed, without the key. */
  body: unknown;
  at: Date;
};

/**
 * Does the work once per key and officer, in the running transaction: a repeated request changes nothing and gets the first answer.
 * Two at the same time go one after the other. Only what was accepted is remembered, so a refused one may be sent again.
 * `Value` must survive JSON. Refuses with REQUEST_CONFLICT when the key was used with another operation or body.
 */
export async function once<Value, Code extends string>(
  em: EntityManager,
  { key, actorId, operation, body, at }: RememberedRequest,
  work: () => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> {
  if (!key) return work();
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`request ${actorId} ${key}`]);
  const bodyHash = createHash('sha256')
    .update(`${operation}\0${JSON.stringify(body)}`)
    .digest();
  const [known] = await em.execute<{ answer: Value; is_same: boolean }[]>(
    'select answer, body_hash = ? as is_same from remembered_request where actor_id = ? and key = ?::uuid',
    [bodyHash, actorId, key],
  );
  if (known) {
    return known.is_same
      ? accepted(known.answer)
      : { ok: false, error: { code: 'REQUEST_CONFLICT', message: CONFLICT, field: 'requestKey' } };
  }
  const outcome = await work();
  if (outcome.ok) {
    await em.execute(
      `insert into remembered_request (key, actor_id, operation, body_hash, answer, at) values (?::uuid, ?, ?, ?, ?::jsonb, ?)`,
      [key, actorId, operation, bodyHash, JSON.stringify(outcome.value), at],
    );
  }
  return outcome;
}
