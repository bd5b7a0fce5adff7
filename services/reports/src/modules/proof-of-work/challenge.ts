import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';

/** For what a device may work instead of waiting. */
export type ProvableOperation = 'SUBMIT_REPORT' | 'OPEN_REPORT';

/** What a proof is good for: one operation with one subject (a submission key, a report number). */
export interface Provable {
  operation: ProvableOperation;
  subject: string;
}

/** Work to do, as it goes to a device. */
export interface Challenge {
  /** ALTCHA challenge as JSON. */
  challenge: string;
  expiresAt: Date;
}

/** What a device found. */
export interface Solution {
  challenge: string;
  counter: number;
  derivedKey: string;
}

const MINUTES = 10;
/** Rounds of PBKDF2 of one try: some milliseconds on a cheap phone, one here to make a challenge. */
const ROUNDS = 2_000;
/** Tries at the first level; twice as many at the second, and so on. */
const TRIES = 100;
/** A phone is busy for some seconds then; more would keep honest people out, and not their machines. */
const HIGHEST_LEVEL = 16;

const secrets = (secret: string) => ({
  hmacSignatureSecret: keyedHash(secret, 'proof-of-work', 'challenge').toString('hex'),
  hmacKeySignatureSecret: keyedHash(secret, 'proof-of-work', 'key').toString('hex'),
});

/** Keyed, so that a challenge says nothing of the submission key from which an access code derives. */
const bound = (secret: string, { operation, subject }: Provable): string =>
  keyedHash(secret, `proof:${operation}`, subject).toString('base64url');

/** Makes work for one operation and subject. Nothing is stored: it is signed. `level` from 1 on makes it harder. */
export async function makeChallenge(
  secret: string,
  provable: Provable,
  now: Date,
  level = 1,
): Promise<Challenge> {
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  const hardest = TRIES * Math.min(Math.max(1, Math.floor(level)), HIGHEST_LEVEL);
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ROUNDS,
    // Bounded on both sides: nobody is unlucky for long, and nobody is lucky at once.
    counter: randomInt(hardest, hardest / 2),
    deriveKey,
    // Not `expiresAt`, which is looked at by another clock than ours.
    data: { for: bound(secret, provable), until: expiresAt.getTime() },
    ...secrets(secret),
  });
  return { challenge: JSON.stringify(challenge), expiresAt };
}

const shape = z.object({
  parameters: z.looseObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: z.hex(),
    salt: z.hex(),
    cost: z.literal(ROUNDS),
    keyLength: z.int().max(64),
    keyPrefix: z.string(),
    keySignature: z.hex(),
    data: z.object({ for: z.string(), until: z.int() }),
  }),
  signature: z.hex(),
});

const LONGEST = 2_000;

/** Until when a right solution counts for this and nothing else; `null` when it is wrong, altered, another's or too late. */
export async function verifyProof(
  secret: string,
  provable: Provable,
  solution: Solution,
  now: Date,
): Promise<Date | null> {
  const challenge = shape.safeParse(parseJson(solution.challenge.slice(0, LONGEST)));
  if (!challenge.success) return null;
  const { data } = challenge.data.parameters;
  if (data.for !== bound(secret, provable) || data.until <= now.getTime()) return null;
  const { verified } = await verifySolution({
    challenge: challenge.data,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
    deriveKey,
    ...secrets(secret),
  });
  return verified ? new Date(data.until) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
