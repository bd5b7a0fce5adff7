/** Why an attempt failed, as far as people can do something about it. */
export type AuthCode =
  | 'WRONG_CREDENTIALS'
  | 'WRONG_CODE'
  | 'CODE_EXPIRED'
  | 'TOO_MANY_ATTEMPTS'
  | 'STEP_EXPIRED'
  | 'EMAIL_INVALID'
  | 'EMAIL_TAKEN'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'OFFLINE'
  | 'UNAVAILABLE'
  | 'REFUSED';

/** Codes of better-auth 1.7 on the left. */
const codes: Record<string, AuthCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'WRONG_CREDENTIALS',
  INVALID_PASSWORD: 'WRONG_CREDENTIALS',
  INVALID_CODE: 'WRONG_CODE',
  INVALID_OTP: 'WRONG_CODE',
  INVALID_BACKUP_CODE: 'WRONG_CODE',
  OTP_EXPIRED: 'CODE_EXPIRED',
  OTP_HAS_EXPIRED: 'CODE_EXPIRED',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_ATTEMPTS',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'TOO_MANY_ATTEMPTS',
  INVALID_TWO_FACTOR_COOKIE: 'STEP_EXPIRED',
  INVALID_EMAIL: 'EMAIL_INVALID',
  USER_ALREADY_EXISTS: 'EMAIL_TAKEN',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'EMAIL_TAKEN',
  PASSWORD_TOO_SHORT: 'PASSWORD_TOO_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_TOO_LONG',
};

export function codeOf(status: number, body: unknown): AuthCode {
  if (status === 429) return 'TOO_MANY_ATTEMPTS';
  if (status >= 500) return 'UNAVAILABLE';
  const given = (body as { code?: unknown } | null)?.code;
  return (typeof given === 'string' && codes[given]) || 'REFUSED';
}
