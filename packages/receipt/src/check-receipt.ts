import { fromBase64url } from './base64url.ts';
import type { ReceiptContent } from './content.ts';
import { checkSignature } from './check-signature.ts';
import type { ReceiptKeySet } from './key-set.ts';
import { LONGEST_TOKEN, openToken, tokenIn } from './token.ts';

/** What a check found. `content` may be believed for GENUINE only; for the two others with a content it is what the paper claims. */
export type ReceiptVerdict =
  | { is: 'GENUINE'; content: ReceiptContent; kid: string }
  /** The key is ours, the signature is not of these words: somebody changed them. */
  | { is: 'ALTERED'; kid: string }
  | { is: 'UNKNOWN_KEY'; kid: string }
  /** Signed by a key that others may have had. */
  | { is: 'KEY_WITHDRAWN'; content: ReceiptContent; kid: string; withdrawnOn: string }
  /** Tells of something after the last day of its key. */
  | { is: 'KEY_ENDED'; content: ReceiptContent; kid: string; endedOn: string }
  | { is: 'NOT_A_RECEIPT' }
  | { is: 'TOO_LONG' };

/** Checks a receipt, or what somebody pasted, against the published keys. Needs no network. Never throws. */
export async function checkReceipt(
  text: string,
  { keys }: ReceiptKeySet,
  check = checkSignature,
): Promise<ReceiptVerdict> {
  const token = tokenIn(text);
  if (token.length > LONGEST_TOKEN) return { is: 'TOO_LONG' };
  const opened = openToken(token);
  if (!opened) return { is: 'NOT_A_RECEIPT' };
  const { kid, content } = opened;
  const key = keys.find((published) => published.kid === kid);
  const publicKey = key && fromBase64url(key.x);
  if (!key || !publicKey) return { is: 'UNKNOWN_KEY', kid };
  if (!(await check(publicKey, opened.signed, opened.signature))) return { is: 'ALTERED', kid };
  if (key.withdrawn_on !== undefined)
    return { is: 'KEY_WITHDRAWN', content, kid, withdrawnOn: key.withdrawn_on };
  if (key.used_until !== undefined && content.at.slice(0, 10) > key.used_until)
    return { is: 'KEY_ENDED', content, kid, endedOn: key.used_until };
  return { is: 'GENUINE', content, kid };
}
