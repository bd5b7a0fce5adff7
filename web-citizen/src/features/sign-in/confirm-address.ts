import type { AuthCode, AuthResult } from '@lapor/web-client';

/** Opens the account that was just asked for: the code proves the address, and a session begins. */
export const confirmAddress = (email: string, code: string): Promise<AuthResult> =>
  post('/auth/email-otp/verify-email', { email, otp: code });

/** Sends that code again. */
export const sendConfirmationCode = (email: string): Promise<AuthResult> =>
  post('/auth/email-otp/send-verification-otp', { email, type: 'email-verification' });

async function post(path: string, body: object): Promise<AuthResult> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? { ok: true } : { ok: false, code: await codeOf(response) };
  } catch {
    return { ok: false, code: 'OFFLINE' };
  }
}

async function codeOf(response: Response): Promise<AuthCode> {
  if (response.status === 429) return 'TOO_MANY_ATTEMPTS';
  if (response.status >= 500) return 'UNAVAILABLE';
  const answer = (await response.json().catch(() => null)) as { code?: unknown } | null;
  if (answer?.code === 'OTP_EXPIRED') return 'CODE_EXPIRED';
  return answer?.code === 'TOO_MANY_ATTEMPTS' ? 'TOO_MANY_ATTEMPTS' : 'WRONG_CODE';
}
