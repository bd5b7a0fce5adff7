import { verifyAsync } from '@noble/ed25519';
import type { SignatureCheck } from './signature-check.ts';

/** Strictly as RFC 8032: a signature has one form only. */
export const byLibrary: SignatureCheck = (publicKey, signed, signature) =>
  verifyAsync(signature, signed, publicKey, { zip215: false });
