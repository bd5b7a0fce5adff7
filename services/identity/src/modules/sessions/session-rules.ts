/** What the rules need to know of an account. */
export interface SigningAccount {
  kind: 'citizen' | 'officer' | 'analyst';
  /** A second factor is set up. */
  isEnrolled: boolean;
  /** Always of citizens; of others not while they are suspended or hold neither a running nor a coming post. */
  isAdmitted: boolean;
}

/** How a session is opened. */
export type SessionWay =
  'PASSWORD' | 'MAIL_CODE' | 'TOTP' | 'RECOVERY_CODE' | 'PASSKEY' | 'INVITATION' | 'AGENCY_SIGN_IN';

/** How long a session lasts; it is not prolonged by use. */
export const SESSION_SECONDS = { citizen: 14 * 86_400, officer: 12 * 3_600, analyst: 12 * 3_600 } as const;

/** How young a session must be to stand for the password where that is asked for once more; minutes. */
export const FRESH_MINUTES = 10;

/**
 * `refused`: no session. `second-step`: what was shown is right, and the second factor is still wanted; no session either.
 * `session`: one is opened, with the rights of a second factor or without.
 */
export type Opening =
  { kind: 'refused' } | { kind: 'second-step' } | { kind: 'session'; secondFactor: boolean };

/**
 * Whether a session may be opened on this way. The only place that says so.
 *
 * Officers, analysts and everybody with a second factor come in by two factors: password and code, a passkey with user verification
 * (both in one), or their agency's own sign-in with a second factor there or here. A mail code is not for them, since it would go round
 * the second factor. A session without one exists only for enrolling. Whoever is not admitted goes all the way and is refused at its end,
 * so that only the holder of all factors could learn of it.
 * @param agencyVouches the agency's sign-in says that a second factor was used there, and may say so.
 */
export function sessionRule(
  { kind, isEnrolled, isAdmitted }: SigningAccount,
  way: SessionWay,
  { agencyVouches = false }: { agencyVouches?: boolean } = {},
): Opening {
  const isStaff = kind !== 'citizen';
  const admitted = (opening: Opening): Opening => (isAdmitted ? opening : { kind: 'refused' });
  switch (way) {
    case 'TOTP':
    case 'RECOVERY_CODE':
    case 'PASSKEY':
      return admitted({ kind: 'session', secondFactor: true });
    case 'PASSWORD':
      return isEnrolled ? { kind: 'second-step' } : admitted({ kind: 'session', secondFactor: false });
    case 'AGENCY_SIGN_IN':
      if (!isStaff) return { kind: 'refused' };
      if (agencyVouches) return admitted({ kind: 'session', secondFactor: true });
      return isEnrolled ? { kind: 'second-step' } : admitted({ kind: 'session', secondFactor: false });
    case 'INVITATION':
      return isStaff && !isEnrolled
        ? admitted({ kind: 'session', secondFactor: false })
        : { kind: 'refused' };
    case 'MAIL_CODE':
      return isStaff || isEnrolled ? { kind: 'refused' } : { kind: 'session', secondFactor: false };
  }
}
