import type { EntityManager } from '@mikro-orm/postgresql';
import { isUniqueViolation } from '@lapor/database';
import type { Deps } from '../../deps.ts';
import { fault, ok, type HttpAnswer } from '../../http/answer.ts';
import { tellAccountChanged } from '../account-events/index.ts';
import { writeAudit } from '../audit/index.ts';
import { dropCodes } from '../codes/index.ts';
import { faultAnswer, hashPassword, passwordFault, storePassword } from '../passwords/index.ts';
import { dropSecondFactors } from '../second-factor/index.ts';
import { endSessions, openSession } from '../sessions/index.ts';
import { findInvitation, type OpenInvitation } from './find-invitation.ts';

const invalid = fault(400, 'INVITATION_INVALID', 'This invitation is not valid any more');
const inUse = fault(400, 'ADDRESS_IN_USE', 'Another account has this address; ask for an office address');

/**
 * Makes the account, or makes an existing one anew: password and second factors are dropped and set again, all sessions end.
 * The address counts as proved: the link went there. The session that is opened may only enrol a second factor.
 */
export async function acceptInvitation(
  deps: Deps,
  { token, password, userAgent }: { token: string; password: string; userAgent: string | undefined },
): Promise<HttpAnswer> {
  const invitation = await findInvitation(deps, token);
  if (!invitation) return invalid;
  const wrong = await passwordFault(password, { kind: 'officer', ...invitation });
  if (wrong) return faultAnswer(wrong);
  const hash = await hashPassword(password);
  try {
    const answer = await deps.database.transaction((em) => accept(em, deps, invitation, hash, userAgent));
    deps.eventsCommitted();
    return answer;
  } catch (error) {
    if (isUniqueViolation(error, 'account_email_key')) return inUse;
    throw error;
  }
}

async function accept(
  em: EntityManager,
  deps: Deps,
  { id, officerId, name, email }: OpenInvitation,
  hash: string,
  userAgent: string | undefined,
): Promise<HttpAnswer> {
  const at = deps.clock.now();
  const taken = await em.execute<unknown[]>(
    `update invitation set accepted_at = ?, contact = null
     where id = ? and accepted_at is null and voided_at is null and expires_at > ? returning id`,
    [at, id, at],
  );
  if (taken.length === 0) return invalid;
  // Somebody's sign-up with this address that was never confirmed; the link proves whose it is.
  await em.execute(`delete from account where email = ? and not "emailVerified" and kind = 'citizen'`, [
    email,
  ]);
  const [existing] = await em.execute<{ kind: string }[]>(
    'select kind from account where id = ? for update',
    [officerId],
  );
  if (existing?.kind === 'citizen') throw new Error('An officer cannot have the account of a citizen');
  if (existing) {
    await endSessions(em, officerId);
    await dropSecondFactors(em, officerId);
    await dropCodes(em, officerId);
    // Whom an agency's own sign-in stands for is found out anew.
    await em.execute('delete from oidc_subject where account_id = ?', [officerId]);
    await em.execute(
      'update account set name = ?, email = ?, "emailVerified" = true, "updatedAt" = current_timestamp where id = ?',
      [name, email, officerId],
    );
  } else {
    await em.execute(
      `insert into account (id, name, email, "emailVerified", "twoFactorEnabled", kind) values (?, ?, ?, true, false, 'officer')`,
      [officerId, name, email],
    );
  }
  await storePassword(em, officerId, hash);
  await writeAudit(em, {
    at,
    action: existing ? 'ACCOUNT_RENEWED' : 'INVITATION_ACCEPTED',
    accountId: officerId,
    detail: id,
  });
  await tellAccountChanged(em, officerId, at);
  const opening = await openSession(em, deps, { accountId: officerId, way: 'INVITATION', userAgent });
  // Suspended in this very moment: the account is there, and its holder waits.
  return opening.kind === 'opened' ? ok(undefined, { session: opening.session }) : invalid;
}
