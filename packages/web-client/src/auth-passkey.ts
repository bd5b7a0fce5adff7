import { ask, resultOf, type Answer, type AuthResult, type Failed } from './auth-request.ts';
import type { Passkey } from './auth-second-factor.ts';

// The browser's part is fetched when somebody uses a passkey, and only then.
const browser = () => import('@simplewebauthn/browser');

/** Whether this browser has passkeys at all. */
export const hasPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';

/**
 * Enrols a passkey of this device. A session older than ten minutes needs the password too (`CONFIRMATION_NEEDED`); for an
 * officer it is a second factor from now on. All other sessions end.
 */
export async function addPasskey(input: { name: string; password?: string }): Promise<Answer<Passkey>> {
  if (!hasPasskeys()) return { ok: false, code: 'PASSKEY_UNSUPPORTED' };
  const options = await ask<never>('POST', '/passkeys/registration-options', { password: input.password });
  if (!options.ok) return options;
  try {
    const { startRegistration } = await browser();
    const response = await startRegistration({ optionsJSON: options.value });
    return await ask<Passkey>('POST', '/passkeys', { name: input.name, response });
  } catch (error) {
    return failureOf(error);
  }
}

/** Signs in with a passkey alone; for officers it is password and second factor in one. */
export async function signInWithPasskey(): Promise<AuthResult> {
  if (!hasPasskeys()) return { ok: false, code: 'PASSKEY_UNSUPPORTED' };
  const options = await ask<never>('POST', '/passkeys/sign-in-options', {});
  if (!options.ok) return options;
  try {
    const { startAuthentication } = await browser();
    const response = await startAuthentication({ optionsJSON: options.value });
    return await resultOf(ask('POST', '/passkeys/sign-in', { response }));
  } catch (error) {
    return failureOf(error);
  }
}

export const renamePasskey = (id: string, name: string) =>
  resultOf(ask('PUT', `/passkeys/${encodeURIComponent(id)}`, { name }));

/** `SECOND_FACTOR_NEEDED` when it is an officer's only second factor. */
export const removePasskey = (id: string, password?: string) =>
  resultOf(ask('DELETE', `/passkeys/${encodeURIComponent(id)}`, { password }));

function failureOf(error: unknown): Failed {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return { ok: false, code: 'PASSKEY_KNOWN' };
  if (name === 'NotAllowedError' || name === 'AbortError') return { ok: false, code: 'PASSKEY_CANCELLED' };
  return { ok: false, code: 'PASSKEY_UNSUPPORTED' };
}
