import { createHmac } from 'node:crypto';
import type { X } from './x.ts';

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * `Authorization` of a request with a JSON body as the account itself (OAuth 1.0a, RFC 5849, HMAC-SHA1): such a body is no part of what is
 * signed; `parameters` are those of the query or of a form.
 */
export function authorise(
  keys: Pick<X, 'consumerKey' | 'consumerSecret' | 'accessToken' | 'accessSecret'>,
  method: string,
  url: string,
  {
    nonce,
    seconds,
    parameters = {},
  }: { nonce: string; seconds: number; parameters?: Record<string, string> },
): string {
  const oauth: Record<string, string> = {
    oauth_consumer_key: keys.consumerKey,
    oauth_nonce: nonce,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(seconds),
    oauth_token: keys.accessToken,
    oauth_version: '1.0',
  };
  const pairs = Object.entries({ ...oauth, ...parameters })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const signed = [method, url, pairs].map(encode).join('&');
  const key = `${encode(keys.consumerSecret)}&${encode(keys.accessSecret)}`;
  const signature = createHmac('sha1', key).update(signed).digest('base64');
  const all = Object.entries({ ...oauth, oauth_signature: signature }).toSorted();
  return `OAuth ${all.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}
