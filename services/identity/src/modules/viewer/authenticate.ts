import { systemClock, type Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Viewer } from '@lapor/viewer';
import { findKeyViewer, type KeyGate } from '../api-keys/index.ts';
import { findSession, readSignedCookie, type SessionAccount } from '../sessions/index.ts';

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
  /** Counts and limits the use of keys. */
  keyGate: KeyGate;
  sessionCookie: string;
  authSecret: string;
}

/**
 * Who asks, from a session cookie or an API key; `null` for nobody. One SQL statement, none without a credential.
 * A key, right or wrong, is never completed by a cookie.
 * @throws KeyLimitReached when a key is used too often.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  { cookie, authorization }: Credentials,
): Promise<AuthenticatedViewer | null> {
  if (authorization) {
    const key = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    return key ? findKeyViewer(deps, key) : null;
  }
  const session = await sessionOf(deps, cookie);
  return session && viewerOf(session);
}

/** The running session behind a cookie; `null` for none, and for one that still waits for the second factor. */
export async function sessionOf(
  { database, clock, sessionCookie, authSecret }: Omit<AuthenticateDeps, 'keyGate'>,
  cookie: string | undefined,
): Promise<SessionAccount | null> {
  const token = readSignedCookie(cookie, sessionCookie, authSecret);
  if (token === null) return null;
  const session = await findSession(database, token, { machine: systemClock.now(), now: clock.now() });
  // The password was right and the code is still awaited: nobody yet.
  if (!session || (session.isEnrolled && !session.usedSecondFactor)) return null;
  return session;
}

/** Whether the session has all the rights of its account: officers need a second factor, theirs or their agency's. */
export const isComplete = ({ kind, usedSecondFactor }: SessionAccount): boolean =>
  kind === 'citizen' || usedSecondFactor;

/** A session's account as the rest of the platform sees it. */
export function viewerOf(session: SessionAccount): AuthenticatedViewer {
  const { kind, accountId, posts, actingPost } = session;
  if (kind === 'citizen') return { kind, accountId, posts: [], reportGrants: [] };
  if (!isComplete(session))
    return { kind: 'officer', accountId, posts: [], reportGrants: [], mustEnrol: true };
  const held = actingPost
    ? posts.filter(
        ({ role, organisationId }) =>
          role === actingPost.role && organisationId === actingPost.organisationId,
      )
    : posts;
  return { kind: 'officer', accountId, posts: held, reportGrants: [] };
}
