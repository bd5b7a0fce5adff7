import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';
import type { Provable } from './challenge.ts';

/** A place in a source's line, for whoever cannot work: no script, no time, an old phone. */
export interface WaitingToken {
  token: string;
  /** From then on it counts. */
  from: Date;
  until: Date;
}

/** Seconds between two places of one line. */
export const WAITING_SECONDS = 60;
const VALID_MINUTES = 10;

const sign = (secret: string, { operation, subject }: Provable, from: string, until: string): Buffer =>
  keyedHash(secret, `waiting:${operation}`, `${from}.${until}.${subject}`);

/** The token of the n-th place (from 1), which counts in n minutes for ten. Nothing is stored: it is signed. */
export function makeWaitingToken(secret: string, provable: Provable, now: Date, place: number): WaitingToken {
  const from = new Date(now.getTime() + place * WAITING_SECONDS * 1_000);
  const until = new Date(from.getTime() + VALID_MINUTES * 60_000);
  const [first, last] = [from.getTime().toString(36), until.getTime().toString(36)];
  return {
    token: `${first}.${last}.${sign(secret, provable, first, last).toString('base64url')}`,
    from,
    until,
  };
}

/** Until when a token counts for this and nothing else; `null` when it is none of ours, another's, too early or too late. */
export function verifyWaitingToken(
  secret: string,
  provable: Provable,
  token: string,
  now: Date,
): Date | null {
  const match = /^([0-9a-z]{1,12})\.([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, first, last, signature] = match as unknown as [string, string, string, string];
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(secret, provable, first, last);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [from, until] = [parseInt(first, 36), parseInt(last, 36)];
  return from <= now.getTime() && now.getTime() < until ? new Date(until) : null;
}
