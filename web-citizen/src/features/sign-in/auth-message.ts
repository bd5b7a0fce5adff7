import type { AuthCode } from '@lapor/web-client';
import type { MessageId } from '../../app/language-provider.tsx';

/** Codes of the consoles, and one that would tell whether an address is known. */
type Unsaid =
  | 'EMAIL_TAKEN'
  | 'INVITATION_INVALID'
  | 'ADDRESS_IN_USE'
  | 'SECOND_FACTOR_NEEDED'
  | 'ISSUER_UNREACHABLE'
  | 'DOMAIN_TAKEN'
  | 'DOMAIN_UNKNOWN'
  | 'TRUST_BY_DESK'
  | 'DOMAIN_PUBLIC'
  | 'INPUT_INVALID'
  | 'REFUSED';

const messages: Record<Exclude<AuthCode, Unsaid>, MessageId> = {
  WRONG_CREDENTIALS: 'auth.wrongCredentials',
  WRONG_CODE: 'auth.wrongCode',
  CODE_EXPIRED: 'auth.codeExpired',
  TOO_MANY_ATTEMPTS: 'auth.tooMany',
  STEP_EXPIRED: 'auth.codeExpired',
  SIGNED_OUT: 'auth.signedOut',
  CONFIRMATION_NEEDED: 'auth.confirmationNeeded',
  EMAIL_INVALID: 'auth.emailInvalid',
  PASSWORD_TOO_SHORT: 'auth.passwordShort',
  PASSWORD_TOO_LONG: 'auth.passwordLong',
  PASSWORD_COMMON: 'auth.passwordCommon',
  PASSWORD_LIKE_ADDRESS: 'auth.passwordLikeAddress',
  PASSWORD_EXISTS: 'auth.passwordExists',
  PASSKEY_REFUSED: 'auth.passkeyRefused',
  PASSKEY_CANCELLED: 'auth.passkeyCancelled',
  PASSKEY_UNSUPPORTED: 'auth.passkeyUnsupported',
  PASSKEY_KNOWN: 'auth.passkeyKnown',
  PHONE_INVALID: 'file.fault.phone',
  NOT_OFFERED: 'auth.notOffered',
  NOT_FOUND: 'auth.gone',
  OTHER_ADDRESS: 'auth.otherAddress',
  OFFLINE: 'auth.offline',
  UNAVAILABLE: 'auth.unavailable',
};

/** Words for what went wrong at sign-in, at sign-up or with the account. */
export const authMessage = (code: AuthCode): MessageId =>
  messages[code as keyof typeof messages] ?? 'auth.refused';

export type AuthField = 'name' | 'email' | 'current' | 'password' | 'code' | 'phone' | 'passkey';

/** The control a code belongs to; others concern the whole form. */
export const authField: Partial<Record<AuthCode, AuthField>> = {
  WRONG_CODE: 'code',
  CODE_EXPIRED: 'code',
  EMAIL_INVALID: 'email',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
  PASSWORD_COMMON: 'password',
  PASSWORD_LIKE_ADDRESS: 'password',
  PHONE_INVALID: 'phone',
};
