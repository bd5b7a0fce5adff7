import { isIPv6 } from 'node:net';
import { keyedHash } from '@lapor/sealing';

// A household or phone has a whole /64 of IPv6 to itself.
function networkOf(address: string): string {
  const mapped = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address;
  if (!isIPv6(mapped)) return mapped;
  const [head = '', tail = ''] = mapped.split('%')[0]!.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const gap = mapped.includes('::')
    ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
    : [];
  return [...front, ...gap, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Stands for a client's network in rate limits: equal within one UTC day, another on the next, and worthless without
 * the key. The address itself goes no further than this function.
 */
export const sourceOf = (secret: string, address: string, now: Date): string =>
  keyedHash(secret, `source ${now.toISOString().slice(0, 10)}`, networkOf(address))
    .subarray(0, 16)
    .toString('base64url');
