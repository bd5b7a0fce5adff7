import { createHmac, randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { CONTROL_URL, PLATFORM_URL, SMS_CALLBACK_SECRET } from '../../platform/addresses.ts';
import { newestMessage } from './mailbox.ts';

/** Somebody whose telephone can do nothing but short messages. */
export function telephone(number: string) {
  return {
    /** Hands a message over as the gateway of an operator does, by the platform’s own clock. */
    async writes(text: string): Promise<void> {
      const settled = await fetch(`${CONTROL_URL}/settle`, { method: 'POST' });
      const { now } = (await settled.json()) as { now: string };
      const body = JSON.stringify({ messageId: randomUUID(), from: number, text });
      const timestamp = String(Math.floor(Date.parse(now) / 1_000));
      const digest = createHmac('sha256', SMS_CALLBACK_SECRET).update(`${timestamp}.${body}`).digest('hex');
      const answer = await fetch(`${PLATFORM_URL}/channels/sms`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-lapor-timestamp': timestamp,
          'x-lapor-signature': `v1=${digest}`,
        },
        body,
      });
      expect(answer.status).toBe(202);
    },
    /** Waits for a message that says this. */
    hears: (pattern: RegExp) => newestMessage(number, pattern),
  };
}
