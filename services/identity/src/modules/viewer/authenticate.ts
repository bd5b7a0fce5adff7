import { systemClock, type Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Viewer } from '@lapor/viewer';
import { findKeyAccount } from '../api-keys/index.ts';
import { findSession, type SessionAccount } from './find-session.ts';
import { readSignedCookie } from './signed-cookie.ts';

/** The headers that may say who asks. */
export interface Credentials {
  cookie?: string | undefined;
  /** `Bearer <API key>`. */
  authorization?: string | undefined;
}

/** A viewer; `mustEnrol` marks an officer or analyst without a second factor, who therefore has no posts yet. */
export type AuthenticatedViewer = Viewer & { mustEnrol?: true };

export interface AuthenticateDeps {
  database: Database;
  clock: Clock;
  sessionCookie: string;
  authSecret: string;
  keySecret: string;
}

/**
 * Who asks, from a session cookie or an API key; `null` for nobody. One SQL statement, none without a credential.
 * A key, right or wrong, is never completed by a cookie.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  { cookie, authorization }: Credentials,
): Promise<AuthenticatedViewer | null> {
  if (authorization) {
    const key = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    const owner = key ? await findKeyAccount(deps, key) : undefined;
    return owner
      ? { kind: 'officer', accountId: owner.accountId, posts: owner.posts, reportGrants: [] }
      : null;
  }
  const token = readSignedCookie(cookie, deps.sessionCookie, deps.authSecret);
  if (token === null) return null;
  // better-auth dates sessions by the machine's clock; only that one may be compared with them.
  const account = await findSession(deps.database, token, systemClock.now());
  return account ? viewerOf(account) : null;
}

function viewerOf({
  accountId,
  kind,
  isEnrolled,
  usedSecondFactor,
  posts,
}: SessionAccount): AuthenticatedViewer | null {
  // The password was right and the code is still awaited: nobody yet.
  if (isEnrolled && !usedSecondFactor) return null;
  if (kind === 'citizen') return { kind, accountId, posts: [], reportGrants: [] };
  return isEnrolled
    ? { kind: 'officer', accountId, posts, reportGrants: [] }
    : { kind: 'officer', accountId, posts: [], reportGrants: [], mustEnrol: true };
}
