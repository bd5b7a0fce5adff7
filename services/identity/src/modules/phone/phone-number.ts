import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';
import { toE164 } from '@lapor/phone';
import type { Deps } from '../../deps.ts';
import { fault, notFound, ok, tooMany, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { issueCode, takeCode } from '../codes/index.ts';
import { countAttempt, PHONE_LIMITS } from '../limits/index.ts';
import type { SessionAccount } from '../sessions/index.ts';

/** Numbers are found again by a keyed hash; they can be read only where they are unsealed. */
const lookupHash = ({ authSecret }: Pick<Deps, 'authSecret'>, phone: string) =>
  keyedHash(authSecret, 'phone number', phone);

const pendingShape = z.object({ phone: z.string() });
const sealContext = (accountId: string) => `phone of ${accountId}`;

/** The verified number of an account. */
export async function findPhone(
  { database, sealer }: Pick<Deps, 'database' | 'sealer'>,
  accountId: string,
): Promise<{ number: string; verifiedAt: Date } | null> {
  const [row] = await database.query<{ sealed: Buffer; verifiedAt: Date }>(
    'phone-of',
    'select sealed, verified_at as "verifiedAt" from account_phone where account_id = $1',
    [accountId],
  );
  return row
    ? { number: sealer.open(row.sealed, sealContext(accountId)).toString(), verifiedAt: row.verifiedAt }
    : null;
}

/** Sends a code to a number; the one that is verified stays until the code comes back. */
export async function sendPhoneCode(
  deps: Deps,
  { accountId }: SessionAccount,
  typed: string,
  language: 'id' | 'en',
): Promise<HttpAnswer> {
  const { phoneMessenger, sealer } = deps;
  if (!phoneMessenger) return fault(501, 'NOT_OFFERED', 'Phone numbers are not verified here');
  const phone = toE164(typed);
  if (phone === null) return fault(400, 'PHONE_INVALID', 'An Indonesian mobile number');
  for (const key of [phone, accountId])
    for (const limit of PHONE_LIMITS) {
      const seconds = await countAttempt(deps, key, limit);
      if (seconds !== null) return tooMany(seconds);
    }
  const content = sealer.seal(JSON.stringify({ phone }), `pending ${sealContext(accountId)}`);
  const code = await issueCode(deps, 'PHONE', accountId, { accountId, content });
  await phoneMessenger.sendCode({ phone, code, language });
  return ok();
}

/** Takes over the number that the code went to. Whoever verified it before no longer has it: numbers change hands. */
export async function verifyPhone(
  deps: Deps,
  { accountId }: SessionAccount,
  code: string,
): Promise<HttpAnswer> {
  const { database, clock, sealer } = deps;
  const wrong = fault(400, 'INVALID_CODE', 'The code is wrong or has expired');
  const taken = await takeCode(deps, 'PHONE', accountId, code);
  if (!taken?.content) return wrong;
  const opened = sealer.open(taken.content, `pending ${sealContext(accountId)}`).toString();
  const { phone } = pendingShape.parse(JSON.parse(opened));
  const hash = lookupHash(deps, phone);
  const at = clock.now();
  const isDone = await database.transaction(async (em) => {
    if (!(await taken.use(em))) return false;
    const before = await em.execute<{ accountId: string }[]>(
      'delete from account_phone where lookup_hash = ? or account_id = ? returning account_id as "accountId"',
      [hash, accountId],
    );
    await em.execute(
      'insert into account_phone (account_id, sealed, lookup_hash, verified_at) values (?, ?, ?, ?)',
      [accountId, sealer.seal(phone, sealContext(accountId)), hash, at],
    );
    for (const { accountId: other } of before)
      if (other !== accountId)
        await writeAudit(em, { at, action: 'PHONE_REMOVED', accountId: other, detail: 'TAKEN_OVER' });
    await writeAudit(em, { at, action: 'PHONE_VERIFIED', accountId });
    return true;
  });
  return isDone ? ok() : wrong;
}

export async function removePhone(
  { database, clock }: Deps,
  { accountId }: SessionAccount,
): Promise<HttpAnswer> {
  const isDone = await database.transaction(async (em) => {
    const removed = await em.execute<unknown[]>(
      'delete from account_phone where account_id = ? returning account_id',
      [accountId],
    );
    if (removed.length > 0) await writeAudit(em, { at: clock.now(), action: 'PHONE_REMOVED', accountId });
    return removed.length > 0;
  });
  return isDone ? ok() : notFound();
}
