import { systemClock } from '@lapor/clock';
import type { Deps } from '../../deps.ts';
import { fault, tooMany, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { CONFIRMATION_LIMIT, countAttempt } from '../limits/index.ts';
import { FRESH_MINUTES, type SessionAccount } from '../sessions/index.ts';
import { isPassword } from './hash.ts';
import { findPasswordHash } from './store-password.ts';

export const isFresh = ({ openedAt }: Pick<SessionAccount, 'openedAt'>): boolean =>
  systemClock.now().getTime() - openedAt.getTime() < FRESH_MINUTES * 60_000;

/** The password once more, inside a session. @returns a refusal, or `null` when it is right. */
export async function confirmPassword(
  deps: Pick<Deps, 'database' | 'clock' | 'authSecret'>,
  { accountId }: Pick<SessionAccount, 'accountId'>,
  password: string,
): Promise<HttpAnswer | null> {
  const seconds = await countAttempt(deps, accountId, CONFIRMATION_LIMIT);
  if (seconds !== null) return tooMany(seconds);
  if (await isPassword(await findPasswordHash(deps.database, accountId), password)) return null;
  const at = deps.clock.now();
  await deps.database.transaction((em) =>
    writeAudit(em, { at, action: 'SIGN_IN_FAILED', accountId, detail: 'CONFIRMATION' }),
  );
  return fault(400, 'INVALID_PASSWORD', 'Invalid password');
}

/** A session of the last minutes, or the password: for what would let somebody stay who has only found the device open. */
export async function confirmHolder(
  deps: Pick<Deps, 'database' | 'clock' | 'authSecret'>,
  session: SessionAccount,
  password: string | undefined,
): Promise<HttpAnswer | null> {
  if (password !== undefined) return confirmPassword(deps, session, password);
  return isFresh(session) ? null : fault(403, 'CONFIRMATION_NEEDED', 'Give the password once more');
}
