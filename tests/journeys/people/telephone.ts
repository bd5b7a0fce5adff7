import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { CONTROL_URL, PLATFORM_URL, SMS_CALLBACK_SECRET } from '../../platform/addresses.ts';
import { newestMessage } from './mailbox.ts';
import { callAsGateway } from '../../platform/sms-gateway.ts';

/** Somebody whose telephone can do nothing but short messages. */
export function telephone(number: string) {
  return {
    /** Hands a message over as the gateway of an operator does, by the platform’s own clock. */
    async writes(text: string): Promise<void> {
      const settled = await fetch(`${CONTROL_URL}/settle`, { method: 'POST' });
      const { now } = (await settled.json()) as { now: string };
      const message = { messageId: randomUUID(), from: number, text };
      const answer = await callAsGateway(PLATFORM_URL, SMS_CALLBACK_SECRET, message, Date.parse(now));
      expect(answer.status).toBe(202);
    },
    /** Waits for a message that says this. */
    hears: (pattern: RegExp) => newestMessage(number, pattern),
  };
}
