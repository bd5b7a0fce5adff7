import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../../platform/addresses.ts';

interface Message {
  subject: string;
  body: string;
}

/** The newest message to an address whose text matches; waits for it, since messages leave after the answer. */
export async function newestMessage(address: string, pattern: RegExp): Promise<RegExpExecArray> {
  let found: RegExpExecArray | null = null;
  await expect(async () => {
    const response = await fetch(`${PLATFORM_URL}/mailbox/messages?to=${encodeURIComponent(address)}`);
    const { messages } = (await response.json()) as { messages: Message[] };
    found = messages.map(({ body }) => pattern.exec(body)).find((match) => match !== null) ?? null;
    expect(found, `a message to ${address}`).not.toBeNull();
  }).toPass();
  return found!;
}
