import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';
import type { ReportsDependencies } from '../report/index.ts';
import { verifyProof, type Provable } from './challenge.ts';
import { verifyWaitingToken } from './waiting-token.ts';

/** What a device sends instead of waiting: a solution, or the token of a place whose time has come. */
export const proofInput = z
  .object({
    challenge: z.string().max(2_000).nullish(),
    counter: z.int().min(0).nullish(),
    derivedKey: z.string().max(200).nullish(),
    waitingToken: z.string().max(200).nullish(),
  })
  .nullish();
export type ProofInput = z.infer<typeof proofInput>;

/** Whether a proof is right for this, and was not used before; it is used up by being asked for. */
export async function spendProof(
  deps: Pick<ReportsDependencies, 'database' | 'clock' | 'lookupSecret'>,
  provable: Provable,
  proof: ProofInput,
): Promise<boolean> {
  if (!proof) return false;
  const now = deps.clock.now();
  const { challenge, counter, derivedKey, waitingToken } = proof;
  const given = waitingToken ?? challenge;
  if (!given) return false;
  const until = waitingToken
    ? verifyWaitingToken(deps.lookupSecret, provable, waitingToken, now)
    : await verifyProof(
        deps.lookupSecret,
        provable,
        { challenge: given, counter: counter ?? -1, derivedKey: derivedKey ?? '' },
        now,
      );
  if (!until) return false;
  const spent = await deps.database.query(
    'proof-spend',
    `insert into spent_proof (key, expires_at) values ($1, $2) on conflict (key) do nothing returning key`,
    [keyedHash(deps.lookupSecret, 'spent-proof', given), until],
  );
  return spent.length === 1;
}
