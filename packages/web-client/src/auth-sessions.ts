import { ask, resultOf } from './auth-request.ts';

/** How a session was opened. */
export type SessionWay =
  'PASSWORD' | 'MAIL_CODE' | 'TOTP' | 'RECOVERY_CODE' | 'PASSKEY' | 'INVITATION' | 'AGENCY_SIGN_IN';

export interface OpenSession {
  id: string;
  /** ISO 8601. */
  openedAt: string;
  expiresAt: string;
  way: SessionWay;
  /** Coarse ("Chrome, Android"), only for officers. */
  device: string | null;
  isCurrent: boolean;
}

export const listSessions = () => ask<{ sessions: readonly OpenSession[] }>('GET', '/sessions');

/** Ends one of the own sessions. */
export const endSession = (id: string) => resultOf(ask('DELETE', `/sessions/${encodeURIComponent(id)}`));

/** Ends all own sessions but this one. */
export const endOtherSessions = () => resultOf(ask('DELETE', '/sessions'));

/** From now on this session holds that post only, or all of them; what was loaded before belongs to the other authority. */
export const chooseActingPost = (choice: { role: string; organisationId: string } | { all: true }) =>
  resultOf(ask('POST', '/acting-post', choice));
