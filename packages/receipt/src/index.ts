/**
 * The signed receipt (ADR 0059): a compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037) that says that a report was filed, or what
 * an organisation answered in public. Whoever has the published keys checks it, without a network and without us.
 */
export {
  MOST_TEXT_BYTES,
  RECEIPT_ANSWERS,
  receiptContent,
  type AnswerReceipt,
  type FilingReceipt,
  type ReceiptAnswer,
  type ReceiptContent,
} from './content.ts';
export { checkReceipt, type ReceiptVerdict } from './check-receipt.ts';
export type { SignatureCheck } from './signature-check.ts';
export { KEY_SET_PATH, receiptKeySet, type PublishedKey, type ReceiptKeySet } from './key-set.ts';
export { textDigest } from './text-digest.ts';
export { LONGEST_TOKEN, TOKEN_TYPE, tokenIn } from './token.ts';
