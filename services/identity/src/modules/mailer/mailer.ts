import type { Tokens } from '@lapor/viewer';

/** A code for one address. */
export interface SignInCode {
  to: string;
  code: string;
  language: 'id' | 'en';
}

/** Takes codes to people; resolves when the message is safe with the sender. */
export interface Mailer {
  sendSignInCode(message: SignInCode): Promise<void>;
}

/** Hands messages to `channels` in another process: `POST <baseUrl>/internal/messages` with a service token. */
export function httpMailer(baseUrl: string, tokens: Tokens): Mailer {
  return {
    async sendSignInCode({ to, code, language }) {
      const response = await fetch(`${baseUrl}/internal/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokens.signService('identity')}`,
        },
        body: JSON.stringify({ template: 'sign-in-code', to, facts: { code }, language }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`The sender of messages answered ${response.status}`);
    },
  };
}
