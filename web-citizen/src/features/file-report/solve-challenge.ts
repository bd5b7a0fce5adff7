import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** What a device found; goes back with the challenge, in the same request. */
export interface Proof {
  challenge: string;
  counter: number;
  derivedKey: string;
}

/** Works on a challenge: up to some seconds, in pieces that leave the page free. `null`: not found in time. */
export async function solve(challenge: string): Promise<Proof | null> {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge), deriveKey });
  return solution && { challenge, counter: solution.counter, derivedKey: solution.derivedKey };
}
