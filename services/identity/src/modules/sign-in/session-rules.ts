/** What the rules need to know of an account. */
export interface SigningAccount {
  kind: 'citizen' | 'officer' | 'analyst';
  isEnrolled: boolean;
}

/** How long a session lasts; it is not prolonged by use. */
export const SESSION_SECONDS = { citizen: 14 * 86_400, officer: 12 * 3_600, analyst: 12 * 3_600 } as const;

const SECOND_FACTOR_PATHS = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];
const PASSWORD_PATH = '/sign-in/email';
/** Renews the session it was called with. */
const CHANGE_PATH = '/change-password';

/**
 * Whether a session may be opened on this way, and whether it counts as opened with the second factor.
 * Officers, analysts and everybody with a second factor come in by password, then code; a mail code is not for them, since it
 * would go round the second factor. After the password alone a session exists only for enrolling (or is taken back at once
 * by the two-factor plugin), and has no rights of an enrolled account.
 * @param current the session that asks, where one is renewed.
 */
export function sessionRule(
  account: SigningAccount,
  path: string | undefined,
  current?: { secondFactor: boolean },
): { allowed: false } | { allowed: true; secondFactor: boolean } {
  if (path !== undefined && SECOND_FACTOR_PATHS.includes(path)) return { allowed: true, secondFactor: true };
  if (path === CHANGE_PATH && current) return { allowed: true, secondFactor: current.secondFactor };
  const needsSecondFactor = account.kind !== 'citizen' || account.isEnrolled;
  if (needsSecondFactor && path !== PASSWORD_PATH) return { allowed: false };
  return { allowed: true, secondFactor: false };
}
