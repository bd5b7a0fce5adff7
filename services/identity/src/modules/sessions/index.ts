export {
  cookieLine,
  cookieName,
  COOKIE_PREFIX,
  noSessionCookie,
  sessionCookie,
  sessionCookieName,
} from './cookies.ts';
export { endSessions, rotateSession } from './change-session.ts';
export { deviceOf } from './device.ts';
export { dayOf, markDay, noteSignIn } from './note-sign-in.ts';
export { findSession, type SessionAccount } from './find-session.ts';
export { findSigningAccount, isAdmittedAt } from './signing-account.ts';
export { dropHalfSessions, openSession, type OpenedSession, type OpeningResult } from './open-session.ts';
export { readSignedCookie } from './signed-cookie.ts';
export { sessionRoutes } from './routes.ts';
export { listSessions } from './list-sessions.ts';
export {
  FRESH_MINUTES,
  SESSION_SECONDS,
  sessionRule,
  type SessionWay,
  type SigningAccount,
} from './session-rules.ts';
