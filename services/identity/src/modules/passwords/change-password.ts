import type { Deps } from '../../deps.ts';
import { fault, ok, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { tellHolder } from '../mailer/index.ts';
import { endSessions, rotateSession, type SessionAccount } from '../sessions/index.ts';
import { confirmPassword, isFresh } from './confirm-holder.ts';
import { hashPassword } from './hash.ts';
import { passwordFault } from './rule.ts';
import { faultAnswer } from './fault-answer.ts';
import { findPasswordHash, storePassword } from './store-password.ts';

/** A new password instead of the current one; all other sessions end. */
export async function changePassword(
  deps: Deps,
  session: SessionAccount,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<HttpAnswer> {
  const refused = await confirmPassword(deps, session, currentPassword);
  if (refused) return refused;
  return writePassword(deps, session, newPassword, 'PASSWORD_CHANGED');
}

/** A first password of an account that came in by mail code a moment ago. */
export async function setPassword(
  deps: Deps,
  session: SessionAccount,
  password: string,
): Promise<HttpAnswer> {
  if ((await findPasswordHash(deps.database, session.accountId)) !== null)
    return fault(409, 'PASSWORD_EXISTS', 'There is a password already');
  if (session.way !== 'MAIL_CODE' || !isFresh(session))
    return fault(403, 'CONFIRMATION_NEEDED', 'Sign in with a mail code first');
  return writePassword(deps, session, password, 'PASSWORD_SET');
}

async function writePassword(
  deps: Deps,
  session: SessionAccount,
  password: string,
  action: 'PASSWORD_CHANGED' | 'PASSWORD_SET',
): Promise<HttpAnswer> {
  const { accountId, sessionId } = session;
  const wrong = await passwordFault(password, session);
  if (wrong) return faultAnswer(wrong);
  const hash = await hashPassword(password);
  const rotated = await deps.database.transaction(async (em) => {
    await storePassword(em, accountId, hash);
    await endSessions(em, accountId, sessionId);
    await writeAudit(em, { at: deps.clock.now(), action, accountId });
    return rotateSession(em, sessionId);
  });
  tellHolder(deps, accountId, 'password-changed');
  return ok(undefined, { session: rotated });
}
