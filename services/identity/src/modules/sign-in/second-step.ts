import { randomBytes } from 'node:crypto';
import { cookieLine } from '../sessions/index.ts';
import type { Auth, AuthDeps } from './auth.ts';

const STEP_SECONDS = 600;

/**
 * Begins the step of the second factor as the library does after a right password, for an account whose first factor was another one;
 * `/two-factor/verify-totp` goes on from there.
 * @returns the `Set-Cookie` line that ties the step to the browser.
 */
export async function beginSecondStep(
  { auth, deps }: { auth: Auth; deps: Pick<AuthDeps, 'publicUrl' | 'authSecret'> },
  accountId: string,
): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const identifier = `2fa-${randomBytes(20).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + STEP_SECONDS * 1000);
  await internalAdapter.createVerificationValue({ value: accountId, identifier, expiresAt });
  await internalAdapter.createVerificationValue({
    value: '0',
    identifier: `2fa-attempts-${identifier}`,
    expiresAt,
  });
  return cookieLine(deps, 'two_factor', identifier, { maxAge: STEP_SECONDS });
}
