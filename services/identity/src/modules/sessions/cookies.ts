import { signedCookie } from './signed-cookie.ts';

export const COOKIE_PREFIX = 'lapor';

/** What the cookies depend on. */
export interface CookieDeps {
  publicUrl: string;
  authSecret: string;
}

const isSecure = ({ publicUrl }: CookieDeps) => publicUrl.startsWith('https:');

/** Name of a cookie as better-auth makes it, so that both write and read the same one. */
export const cookieName = (deps: CookieDeps, name: string): string =>
  `${isSecure(deps) ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`;

export const sessionCookieName = (deps: CookieDeps): string => cookieName(deps, 'session_token');

/** A `Set-Cookie` line of ours; `maxAge` in seconds, an empty value removes it. */
export const cookieLine = (
  deps: CookieDeps,
  name: string,
  value: string,
  { maxAge, path }: { maxAge: number; path?: string },
): string =>
  signedCookie(cookieName(deps, name), value, {
    secret: deps.authSecret,
    isSecure: isSecure(deps),
    maxAge,
    ...(path ? { path } : {}),
  });

/** The cookie of an opened or rotated session. */
export const sessionCookie = (
  deps: CookieDeps,
  { token, expiresAt }: { token: string; expiresAt: Date },
  machineNow: Date,
): string =>
  cookieLine(deps, 'session_token', token, {
    maxAge: Math.max(0, Math.floor((expiresAt.getTime() - machineNow.getTime()) / 1000)),
  });

export const noSessionCookie = (deps: CookieDeps): string =>
  cookieLine(deps, 'session_token', '', { maxAge: 0 });
