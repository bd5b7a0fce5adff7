import type { Tokens } from '@lapor/viewer';

/** Takes a code to a phone; resolves when the message is safe with the sender. */
export interface PhoneMessenger {
  sendCode(message: PhoneCode): Promise<void>;
}

export interface PhoneCode {
  /** E.164. */
  phone: string;
  code: string;
  language: 'id' | 'en';
}

/** Hands codes to `channels` in another process: `POST <baseUrl>/internal/phone-messages` with a service token. */
export function httpPhoneMessenger(baseUrl: string, tokens: Tokens): PhoneMessenger {
  return {
    async sendCode({ phone, code, language }) {
      const response = await fetch(`${baseUrl}/internal/phone-messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokens.signService('identity')}`,
        },
        body: JSON.stringify({ template: 'phone-code', phone, facts: { code }, language }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`The sender of messages answered ${response.status}`);
    },
  };
}
