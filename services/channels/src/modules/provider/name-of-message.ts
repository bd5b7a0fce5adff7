import { createHmac } from 'node:crypto';

/**
 * Under what a message is kept whose provider's name for it holds the chat or the number of a person: a keyed digest. The key is the door's
 * own secret; with another one, answers to older messages are not recognised as such.
 */
export const nameOfMessage = (secret: string, name: string): string =>
  createHmac('sha256', secret).update(`name of a message\n${name}`).digest('base64url');
