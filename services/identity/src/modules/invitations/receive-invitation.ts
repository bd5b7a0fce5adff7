import type { EntityManager } from '@mikro-orm/postgresql';
import type { PayloadOf } from '@lapor/events';
import type { Deps } from '../../deps.ts';
import { writeAudit } from '../audit/index.ts';
import { dropCodes } from '../codes/index.ts';
import { endSessions } from '../sessions/index.ts';
import { hashOfToken, tokenOf } from './token.ts';

export const SEND_INVITATION_TASK = 'send-invitation';

/** About two days of retries. */
const ATTEMPTS = 24;

/** Notes that an officer is to get a link, and wakes the sender. A link before it is void from now on. */
export async function receiveInvitation(
  em: EntityManager,
  { jobs, authSecret }: Pick<Deps, 'jobs' | 'authSecret'>,
  {
    invitationId,
    officerId,
    isRenewal,
    console,
    at,
    expiresAt,
    changesAddress,
  }: PayloadOf<'officer.invited'>,
): Promise<void> {
  await voidInvitations(em, officerId, new Date(at));
  if (changesAddress) await endAccess(em, officerId, new Date(at));
  await em.execute(
    `insert into invitation (id, officer_id, console, is_renewal, token_hash, invited_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [
      invitationId,
      officerId,
      console,
      isRenewal,
      hashOfToken(authSecret, tokenOf(authSecret, invitationId)),
      new Date(at),
      new Date(expiresAt),
    ],
  );
  await jobs.enqueue(
    em,
    SEND_INVITATION_TASK,
    { invitationId },
    { key: `invitation ${invitationId}`, maxAttempts: ATTEMPTS },
  );
}

/** Ends what runs or is on its way to the address that is given up; who holds it may still sign in until the link to the new one is used. */
async function endAccess(em: EntityManager, officerId: string, at: Date): Promise<void> {
  const [account] = await em.execute<unknown[]>('select 1 from account where id = ?', [officerId]);
  if (!account) return;
  await endSessions(em, officerId);
  await dropCodes(em, officerId);
  await writeAudit(em, { at, action: 'ADDRESS_CHANGE_BEGUN', accountId: officerId });
}

/** Ends the open invitation of an officer. */
export async function voidInvitations(em: EntityManager, officerId: string, at: Date): Promise<void> {
  await em.execute(
    `update invitation set voided_at = ?, contact = null
     where officer_id = ? and accepted_at is null and voided_at is null`,
    [at, officerId],
  );
}
