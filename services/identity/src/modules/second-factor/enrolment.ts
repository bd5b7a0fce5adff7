import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Deps } from '../../deps.ts';
import { tellAccountChanged } from '../account-events/index.ts';
import {
  dropHalfSessions,
  endSessions,
  markDay,
  rotateSession,
  type OpenedSession,
  type SessionAccount,
} from '../sessions/index.ts';

/**
 * What follows when somebody has enrolled a second factor in a session, whichever kind it is: the account is marked, all other sessions
 * end, and this one goes on under a new secret with the rights of a second factor. In the transaction of the enrolment.
 */
export async function afterEnrolment(
  em: EntityManager,
  { clock }: Pick<Deps, 'clock'>,
  session: SessionAccount,
): Promise<OpenedSession> {
  const { accountId, sessionId } = session;
  const at = clock.now();
  await markEnrolled(em, accountId);
  await endSessions(em, accountId, sessionId);
  const rotated = await rotateSession(em, sessionId, { secondFactor: true });
  await dropHalfSessions(em, accountId);
  await markDay(em, accountId, at);
  await tellAccountChanged(em, accountId, at);
  return rotated;
}

/**
 * Notes whether an account needs a second factor to come in. Citizens do when they set up an authenticator app (there are recovery codes
 * with it); a passkey of theirs is one more way in, or a lost phone would lock them out.
 */
export async function markEnrolled(em: EntityManager, accountId: string): Promise<void> {
  await em.execute(
    `update account set "twoFactorEnabled" =
       exists (select 1 from second_factor f where f."userId" = account.id and f.verified)
       or (kind <> 'citizen' and exists (select 1 from passkey p where p.account_id = account.id))
     where id = ?`,
    [accountId],
  );
}

/** Takes all second factors of an account away, in the running transaction. */
export async function dropSecondFactors(em: EntityManager, accountId: string): Promise<void> {
  await em.execute('delete from second_factor where "userId" = ?', [accountId]);
  await em.execute('delete from pending_totp where account_id = ?', [accountId]);
  await em.execute('delete from passkey where account_id = ?', [accountId]);
  await markEnrolled(em, accountId);
}

/** Writes the secret of an authenticator app in the place of the one before. */
export async function storeTotp(
  em: EntityManager,
  accountId: string,
  {
    secret,
    backupCodes,
    lastUsedStep = null,
  }: { secret: string; backupCodes: string; lastUsedStep?: number | null },
): Promise<void> {
  await em.execute('delete from second_factor where "userId" = ?', [accountId]);
  await em.execute(
    `insert into second_factor (id, secret, "backupCodes", "userId", verified, "failedVerificationCount", last_used_step)
     values (?, ?, ?, ?, true, 0, ?)`,
    [randomUUID(), secret, backupCodes, accountId, lastUsedStep],
  );
}

/** Whether an account would have a second factor without this one. */
export async function hasOtherFactor(
  em: EntityManager,
  accountId: string,
  without: { totp: true } | { passkeyId: string },
): Promise<boolean> {
  const [row] = await em.execute<{ has: boolean }[]>(
    `select (? and exists (select 1 from second_factor f where f."userId" = a.id and f.verified))
       or exists (select 1 from passkey p where p.account_id = a.id and p.id is distinct from ?::uuid) as has
     from account a where a.id = ? for update`,
    [!('totp' in without), 'passkeyId' in without ? without.passkeyId : null, accountId],
  );
  return row?.has ?? false;
}
