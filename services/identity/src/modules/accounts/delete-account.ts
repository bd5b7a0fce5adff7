import { createHash } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { fault, notFound, ok, tooMany, type HttpAnswer } from '../../http/answer.ts';
import { tellAccountDeleted } from '../account-events/index.ts';
import { writeAudit } from '../audit/index.ts';
import { issueCode, takeCode } from '../codes/index.ts';
import { countMailOfHolder } from '../limits/index.ts';
import type { SessionAccount } from '../sessions/index.ts';

/** Mails the code that erasing the own account needs. Officers' accounts end with their posts. */
export async function sendDeletionCode(
  deps: Deps,
  { accountId, email, kind }: SessionAccount,
  language: 'id' | 'en',
): Promise<HttpAnswer> {
  if (kind !== 'citizen') return notFound();
  const seconds = await countMailOfHolder(deps, accountId);
  if (seconds !== null) return tooMany(seconds);
  const code = await issueCode(deps, 'ACCOUNT_DELETION', accountId, { accountId });
  await deps.mailer.send({ template: 'account-deletion-code', to: email, facts: { code }, language });
  return ok();
}

/**
 * Erases the account with everything that hangs on it: sessions, password, second factors, passkeys, phone, keys, codes. The audit log keeps
 * its id. `reports` is told and lets go of it.
 */
export async function deleteAccount(
  deps: Deps,
  { accountId, email, kind }: SessionAccount,
  code: string,
  language: 'id' | 'en',
): Promise<HttpAnswer> {
  if (kind !== 'citizen') return notFound();
  const wrong = fault(400, 'INVALID_CODE', 'The code is wrong or has expired');
  const taken = await takeCode(deps, 'ACCOUNT_DELETION', accountId, code);
  if (!taken) return wrong;
  const isDone = await deps.database.transaction(async (em) => {
    if (!(await taken.use(em))) return false;
    const at = deps.clock.now();
    const erased = await em.execute<unknown[]>(
      `delete from account where id = ? and kind = 'citizen' returning id`,
      [accountId],
    );
    if (erased.length === 0) return false;
    // better-auth names its codes by a hash of their kind and address.
    const names = ['sign-in', 'email-verification', 'forget-password'].map((type) =>
      createHash('sha256').update(`${type}-otp-${email}`).digest('base64url'),
    );
    await em.execute(
      'delete from verification where identifier in (select jsonb_array_elements_text(?::jsonb)) or value = ?',
      [JSON.stringify(names), accountId],
    );
    await writeAudit(em, { at, action: 'ACCOUNT_DELETED', accountId });
    await tellAccountDeleted(em, accountId, at);
    return true;
  });
  if (!isDone) return wrong;
  deps.eventsCommitted();
  deps.inBackground(deps.mailer.send({ template: 'account-deleted', to: email, facts: {}, language }));
  return ok(undefined, { session: 'ended' });
}
