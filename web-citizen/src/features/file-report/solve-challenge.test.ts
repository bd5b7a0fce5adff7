import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect, test } from 'vitest';
import { solve } from './solve-challenge.ts';

test('finds what a challenge of the platform asks for', async () => {
  const made = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 10, counter: 42, deriveKey });
  const challenge = JSON.stringify(made);
  expect(await solve(challenge)).toMatchObject({ challenge, counter: 42 });
});
