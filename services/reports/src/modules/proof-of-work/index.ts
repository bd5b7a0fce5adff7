export { makeChallenge, type Challenge, type Provable, type ProvableOperation } from './challenge.ts';
export { proofInput, spendProof, type ProofInput } from './spend-proof.ts';
