import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { done, HELD_BY_ANOTHER, NOT_WAITING, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { recordAction } from './record-action.ts';

/** So long a message is somebody's who does not go on reading it. */
const LEASE_MINUTES = 15;

export interface Lease {
  accountId: string;
  /** ISO 8601. */
  until: string;
}

/** Takes a waiting message, moves the own lease on, or takes over a colleague's, which is recorded. */
export function takeLease(
  { database, clock }: { database: Database; clock: Clock },
  operator: Operator,
  { id, takeOver }: { id: string; takeOver: boolean },
): Promise<Outcome<Lease>> {
  return database.transaction(async (em) => {
    const [row] = await em.execute<{ door: string }[]>(
      `select door from inbound where id = ? and state = 'WAITING_FOR_PERSON' for update`,
      [id],
    );
    if (!row) return NOT_WAITING;
    const now = clock.now();
    const held = await heldByAnother(em, id, operator.accountId, now);
    if (held && !takeOver) return HELD_BY_ANOTHER;
    const until = new Date(now.getTime() + LEASE_MINUTES * 60_000);
    await em.execute(
      `insert into desk_lease as l (inbound_id, account_id, taken_at, until) values (?, ?, ?, ?)
       on conflict (inbound_id) do update set account_id = excluded.account_id, until = excluded.until,
         taken_at = case when l.account_id = excluded.account_id then l.taken_at else excluded.taken_at end`,
      [id, operator.accountId, now.toISOString(), until.toISOString()],
    );
    if (held)
      await recordAction(em, {
        at: now,
        accountId: operator.accountId,
        action: 'LEASE_TAKEN_OVER',
        subjectId: id,
        door: row.door,
        detail: held,
      });
    return done({ accountId: operator.accountId, until: until.toISOString() });
  });
}

/** Gives the own lease back; somebody else's stays. */
export async function giveBack(
  { database }: { database: Database },
  operator: Operator,
  id: string,
): Promise<void> {
  await database.query('desk-give-back', 'delete from desk_lease where inbound_id = $1 and account_id = $2', [
    id,
    operator.accountId,
  ]);
}

/** The account of a colleague who reads a message now; `null`: nobody else does. */
export async function heldByAnother(
  em: EntityManager,
  id: string,
  accountId: string,
  now: Date,
): Promise<string | null> {
  const [lease] = await em.execute<{ accountId: string }[]>(
    `select account_id as "accountId" from desk_lease where inbound_id = ? and account_id <> ? and until > ?`,
    [id, accountId, now.toISOString()],
  );
  return lease?.accountId ?? null;
}
