/** Why an attempt failed, as far as people can do something about it. */
export type AuthCode =
  | 'WRONG_CREDENTIALS'
  | 'WRONG_CODE'
  | 'CODE_EXPIRED'
  | 'TOO_MANY_ATTEMPTS'
  /** The first step of the sign-in is too long ago. */
  | 'STEP_EXPIRED'
  /** There is no session, or it has ended. */
  | 'SIGNED_OUT'
  /** The password is asked for once more: the session is too old for this. */
  | 'CONFIRMATION_NEEDED'
  | 'EMAIL_INVALID'
  | 'EMAIL_TAKEN'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  /** On the list of passwords that are tried first. */
  | 'PASSWORD_COMMON'
  /** Made of the mail address or the name alone. */
  | 'PASSWORD_LIKE_ADDRESS'
  /** There is a password already: it is changed, not set. */
  | 'PASSWORD_EXISTS'
  /** Unknown, used, replaced or run out. */
  | 'INVITATION_INVALID'
  /** A citizen's account has the address: an office address is needed. */
  | 'ADDRESS_IN_USE'
  /** The last second factor of an officer cannot be removed. */
  | 'SECOND_FACTOR_NEEDED'
  /** The passkey was not accepted. */
  | 'PASSKEY_REFUSED'
  /** The person closed the browser's dialogue, or it timed out. */
  | 'PASSKEY_CANCELLED'
  /** This browser or this origin has no passkeys. */
  | 'PASSKEY_UNSUPPORTED'
  /** This device holds a passkey of the account already. */
  | 'PASSKEY_KNOWN'
  | 'PHONE_INVALID'
  /** Not offered by this installation. */
  | 'NOT_OFFERED'
  /** Not there, or not for this account. */
  | 'NOT_FOUND'
  | 'INPUT_INVALID'
  /** The agency's provider does not answer at this address as one. */
  | 'ISSUER_UNREACHABLE'
  /** Another organisation's provider has this mail domain. */
  | 'DOMAIN_TAKEN'
  | 'DOMAIN_UNKNOWN'
  /** Only the national desk lets a provider vouch for a second factor. */
  | 'TRUST_BY_DESK'
  /** Everybody can have an address of this mail domain. */
  | 'DOMAIN_PUBLIC'
  /** The page was opened at an address of the platform that is not its own. */
  | 'OTHER_ADDRESS'
  | 'OFFLINE'
  | 'UNAVAILABLE'
  | 'REFUSED';

/** Codes of the server on the left; those that are ours already are not listed. */
const codes = new Map<string, AuthCode>(
  Object.entries({
    INVALID_EMAIL_OR_PASSWORD: 'WRONG_CREDENTIALS',
    INVALID_PASSWORD: 'WRONG_CREDENTIALS',
    INVALID_CODE: 'WRONG_CODE',
    INVALID_OTP: 'WRONG_CODE',
    INVALID_BACKUP_CODE: 'WRONG_CODE',
    OTP_EXPIRED: 'CODE_EXPIRED',
    OTP_HAS_EXPIRED: 'CODE_EXPIRED',
    CODE_EXPIRED: 'CODE_EXPIRED',
    TOO_MANY_ATTEMPTS: 'TOO_MANY_ATTEMPTS',
    TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'TOO_MANY_ATTEMPTS',
    INVALID_TWO_FACTOR_COOKIE: 'STEP_EXPIRED',
    STEP_EXPIRED: 'STEP_EXPIRED',
    UNAUTHORIZED: 'SIGNED_OUT',
    INVALID_EMAIL: 'EMAIL_INVALID',
    INVALID_ORIGIN: 'OTHER_ADDRESS',
    USER_ALREADY_EXISTS: 'EMAIL_TAKEN',
    USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'EMAIL_TAKEN',
  } as const),
);

const own: readonly AuthCode[] = [
  'CONFIRMATION_NEEDED',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_COMMON',
  'PASSWORD_LIKE_ADDRESS',
  'PASSWORD_EXISTS',
  'INVITATION_INVALID',
  'ADDRESS_IN_USE',
  'SECOND_FACTOR_NEEDED',
  'PASSKEY_REFUSED',
  'PHONE_INVALID',
  'NOT_OFFERED',
  'NOT_FOUND',
  'INPUT_INVALID',
  'ISSUER_UNREACHABLE',
  'DOMAIN_TAKEN',
  'DOMAIN_UNKNOWN',
  'TRUST_BY_DESK',
  'DOMAIN_PUBLIC',
];

export function codeOf(status: number, body: unknown): AuthCode {
  if (status === 429) return 'TOO_MANY_ATTEMPTS';
  if (status === 501) return 'NOT_OFFERED';
  if (status >= 500) return 'UNAVAILABLE';
  const given = (body as { code?: unknown } | null)?.code;
  if (typeof given !== 'string') return 'REFUSED';
  return codes.get(given) ?? own.find((code) => code === given) ?? 'REFUSED';
}
