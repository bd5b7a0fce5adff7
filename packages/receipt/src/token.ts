import * as z from 'zod/mini';
import { fromBase64url } from './base64url.ts';
import { receiptContent, type ReceiptContent } from './content.ts';

/** `typ` of the header (RFC 7515, 4.1.9). */
export const TOKEN_TYPE = 'lapor-receipt+jws';

/** Longer than any receipt that we make. */
export const LONGEST_TOKEN = 4_000;

/** One form of header only: no other algorithm, no key of its own, nothing critical (`crit`) to be understood. */
const header = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string().check(z.minLength(1), z.maxLength(43)),
  typ: z.literal(TOKEN_TYPE),
});

/** A receipt taken apart, before its signature was checked. */
export interface OpenedToken {
  kid: string;
  content: ReceiptContent;
  /** What was signed (RFC 7515, 5.1). */
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** The receipt in what somebody pasted or a camera read: itself, or the address that carries it behind `#`. */
export const tokenIn = (text: string): string =>
  text.length > 3 * LONGEST_TOKEN ? text : text.slice(text.lastIndexOf('#') + 1).replace(/\s+/g, '');

/** Takes a compact JWS apart; `null` when it is none of ours. */
export function openToken(token: string): OpenedToken | null {
  if (token.length > LONGEST_TOKEN) return null;
  const parts = token.split('.');
  const [head, body, signature] = parts.map(fromBase64url);
  if (parts.length !== 3 || !head || !body || signature?.length !== 64) return null;
  const known = header.safeParse(parsed(head));
  const content = receiptContent.safeParse(parsed(body));
  if (!known.success || !content.success) return null;
  return {
    kid: known.data.kid,
    content: content.data,
    signed: new TextEncoder().encode(token.slice(0, token.lastIndexOf('.'))),
    signature,
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
