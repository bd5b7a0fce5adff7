import { keyedHash } from '@lapor/sealing';

/** Header by which the gateway tells a request's source, as a keyed hash; whatever a client sends under this name it replaces. */
export const SOURCE_HEADER = 'x-lapor-source';

/** Header under which better-auth gets it; never read from outside. */
export const ADDRESS_HEADER = 'x-lapor-address';

/**
 * A stand-in for a network address: better-auth counts by IP address only, and no real one shall be stored.
 * Equal sources give equal addresses of the unique-local range fd00::/8.
 */
export function standInAddress(secret: string, source: string): string {
  const bytes = keyedHash(secret, 'source address', source).subarray(0, 16);
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2));
  groups[0] = 0xfd00 | (groups[0]! & 0xff);
  return groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
}
