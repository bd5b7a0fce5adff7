import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

const signature = (secret: string, id: string) => keyedHash(secret, 'work-order-link', id);

/** The secret part of a link: the order's id with a keyed hash of it. Nothing of it is stored; the same id gives the same token. */
export const workOrderToken = (secret: string, id: string): string =>
  `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${signature(secret, id).toString('base64url')}`;

/** The order a token was made for, or `null` when it is none of ours. */
export function readWorkOrderToken(secret: string, token: string): string | null {
  const match = /^([\w-]{22})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const hex = Buffer.from(match[1]!, 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(match[2]!, 'base64url');
  const expected = signature(secret, id);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

/** Where the link leads, on the platform's origin. The token stands behind the `#`: no server, proxy or log sees it. */
export const workOrderPath = (token: string): string => `/instansi/tugas#${token}`;
