import type { Tokens } from '@lapor/viewer';

/** A message to the holder of an account, or of the address that is to become one. */
export interface AccountMessage {
  template: AccountTemplate;
  to: string;
  facts: Record<string, string>;
  language: 'id' | 'en';
}

/** Templates of `channels` that this service uses; the facts of each are told there. */
export type AccountTemplate =
  | 'sign-in-code'
  | 'invitation'
  | 'invitation-renewed'
  | 'password-reset-code'
  | 'account-deletion-code'
  | 'password-changed'
  | 'second-factor-changed'
  | 'address-changing'
  | 'account-deleted';

/** Takes messages to people; resolves when the message is safe with the sender. */
export interface Mailer {
  send(message: AccountMessage): Promise<void>;
}

/** Hands messages to `channels` in another process: `POST <baseUrl>/internal/messages` with a service token. */
export function httpMailer(baseUrl: string, tokens: Tokens): Mailer {
  return {
    async send(message) {
      const response = await fetch(`${baseUrl}/internal/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokens.signService('identity')}`,
        },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`The sender of messages answered ${response.status}`);
    },
  };
}
