import type { AuthCode } from '@lapor/web-client';
import type { MessageId } from '../../app/language-provider.tsx';

/** Words for what went wrong at sign-in or sign-up. */
export const authMessage: Record<AuthCode, MessageId> = {
  WRONG_CREDENTIALS: 'auth.wrongCredentials',
  WRONG_CODE: 'auth.wrongCode',
  CODE_EXPIRED: 'auth.codeExpired',
  TOO_MANY_ATTEMPTS: 'auth.tooMany',
  STEP_EXPIRED: 'auth.codeExpired',
  EMAIL_INVALID: 'auth.emailInvalid',
  EMAIL_TAKEN: 'auth.emailTaken',
  PASSWORD_TOO_SHORT: 'auth.passwordShort',
  PASSWORD_TOO_LONG: 'auth.passwordLong',
  OFFLINE: 'auth.offline',
  UNAVAILABLE: 'auth.unavailable',
  REFUSED: 'auth.refused',
};

export type AuthField = 'name' | 'email' | 'password' | 'code';

/** The control a code belongs to; others concern the whole form. */
export const authField: Partial<Record<AuthCode, AuthField>> = {
  WRONG_CODE: 'code',
  CODE_EXPIRED: 'code',
  EMAIL_INVALID: 'email',
  EMAIL_TAKEN: 'email',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
};
