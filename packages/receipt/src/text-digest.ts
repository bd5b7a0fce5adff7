import { toBase64url } from './base64url.ts';

/** SHA-256 of a text as UTF-8, base64url: what a receipt says of a text that it has no room for. */
export async function textDigest(text: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
