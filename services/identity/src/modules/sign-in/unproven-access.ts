import type { Database } from '@lapor/database';
import { readSignedCookie } from '../sessions/index.ts';

/** Names the sign-up that this browser began, so that a password counts only together with the code asked for with it. */
export const SIGN_UP_COOKIE = 'lapor.sign_up';
export const SIGN_UP_COOKIE_SECONDS = 900;

/**
 * Called when a mail code proved an address. Anybody may have signed up with that address before: a password that was set in
 * another browser is dropped, and the owner of the mailbox comes in without it.
 */
export async function dropUnprovenAccess(
  { database, authSecret }: { database: Database; authSecret: string },
  account: { id: string; emailVerified: boolean },
  request: Request | undefined,
): Promise<void> {
  if (account.emailVerified) return;
  if (
    readSignedCookie(request?.headers.get('cookie') ?? undefined, SIGN_UP_COOKIE, authSecret) === account.id
  )
    return;
  await database.query('drop-credentials', 'delete from credential where "userId" = $1', [account.id]);
  await database.query('drop-sessions', 'delete from session where "userId" = $1', [account.id]);
}

/** Makes room for a new sign-up: one that was never confirmed has no session and nothing else that could be lost. */
export async function dropUnconfirmedSignUp(database: Database, address: string): Promise<void> {
  await database.query(
    'drop-unconfirmed',
    `delete from account where email = $1 and not "emailVerified" and kind = 'citizen'`,
    [address],
  );
}
