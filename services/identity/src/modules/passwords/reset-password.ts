import type { Deps } from '../../deps.ts';
import { fault, ok, tooMany, type HttpAnswer } from '../../http/answer.ts';
import { standInAddress } from '../../http/source.ts';
import { writeAudit } from '../audit/index.ts';
import { issueCode, takeCode } from '../codes/index.ts';
import { countMail } from '../limits/index.ts';
import { tellHolder } from '../mailer/index.ts';
import { endSessions, isAdmittedAt } from '../sessions/index.ts';
import { faultAnswer } from './fault-answer.ts';
import { hashPassword } from './hash.ts';
import { passwordFault, type PasswordHolder } from './rule.ts';
import { storePassword } from './store-password.ts';

/**
 * Mails a code to an address whose account is proved and may come in. Every address costs the same and is answered alike: the code is
 * made and kept for each, and only the mail, sent after the answer, makes a difference.
 */
export async function forgotPassword(
  deps: Deps,
  { email, source, language }: { email: string; source: string; language: 'id' | 'en' },
): Promise<HttpAnswer> {
  const address = email.trim().toLowerCase();
  const seconds = await countMail(deps, { address, source: standInAddress(deps.authSecret, source) });
  if (seconds !== null) return tooMany(seconds);
  const [account] = await deps.database.query<{ id: string }>(
    'resettable-account',
    `select a.id from account a where a.email = $1 and a."emailVerified" and ${isAdmittedAt('$2')}`,
    [address, deps.clock.now()],
  );
  const code = await issueCode(deps, 'PASSWORD_RESET', address, { accountId: account?.id ?? null });
  if (account)
    deps.inBackground(
      deps.mailer.send({ template: 'password-reset-code', to: address, facts: { code }, language }),
    );
  return ok();
}

/** A wrong code, a late one and an address that has none: the same words. */
const wrongCode = fault(400, 'INVALID_CODE', 'The code is wrong or has expired');

/** A new password by the mailed code. All sessions end and none is opened: the second factor is asked for at the sign-in as ever. */
export async function resetPassword(
  deps: Deps,
  { email, code, password }: { email: string; code: string; password: string },
): Promise<HttpAnswer> {
  const taken = await takeCode(deps, 'PASSWORD_RESET', email, code);
  // The password is hashed whether the code is right or not: how long an answer takes tells nothing.
  const hash = await hashPassword(password);
  if (!taken) return wrongCode;
  const { accountId } = taken;
  const [holder] = await deps.database.query<PasswordHolder>(
    'password-holder',
    'select kind, email, name from account where id = $1',
    [accountId],
  );
  if (!holder) return wrongCode;
  const wrong = await passwordFault(password, holder);
  if (wrong) return faultAnswer(wrong);
  const isDone = await deps.database.transaction(async (em) => {
    if (!(await taken.use(em))) return false;
    await storePassword(em, accountId, hash);
    await endSessions(em, accountId);
    await writeAudit(em, { at: deps.clock.now(), action: 'PASSWORD_RESET', accountId });
    return true;
  });
  if (!isDone) return wrongCode;
  tellHolder(deps, accountId, 'password-changed', { way: 'RESET' });
  return ok();
}
