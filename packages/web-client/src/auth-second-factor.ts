import { ask, resultOf } from './auth-request.ts';

export interface Passkey {
  id: string;
  name: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; null before the first sign-in with it. */
  lastUsedAt: string | null;
}

export interface SecondFactorState {
  /** An authenticator app is set up. */
  totp: boolean;
  backupCodesLeft: number;
  passkeys: readonly Passkey[];
}

export const secondFactorState = () => ask<SecondFactorState>('GET', '/second-factor');

/**
 * Begins to set up an authenticator app, or to replace it by another; nothing changes until `confirmTotp`.
 * The recovery codes come with it and are shown only here. `WRONG_CREDENTIALS`: the password is wrong.
 */
export const beginTotp = (password: string) =>
  ask<{ totpURI: string; backupCodes: readonly string[] }>('POST', '/two-factor/enable', { password });

/** Six digits of the new authenticator; all other sessions end. */
export const confirmTotp = (code: string) => resultOf(ask('POST', '/two-factor/verify-totp', { code }));

/** Takes the authenticator app away; `SECOND_FACTOR_NEEDED` when it is an officer's only second factor. */
export const removeTotp = (password: string) => resultOf(ask('DELETE', '/second-factor/totp', { password }));

/** Ten new recovery codes; the old ones end. */
export const renewRecoveryCodes = (password: string) =>
  ask<{ backupCodes: readonly string[] }>('POST', '/two-factor/generate-backup-codes', { password });
