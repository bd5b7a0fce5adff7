import { randomBytes } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

const PREFIX = 'lapor_';

/** A new key: 256 random bits behind a prefix by which leaked ones can be searched for. */
export const newKey = (): string => PREFIX + randomBytes(32).toString('base64url');

export const looksLikeKey = (text: string): boolean => /^lapor_[\w-]{43}$/.test(text);

/** What is stored of a key. */
export const hashKey = (secret: string, key: string): Buffer => keyedHash(secret, 'api key', key);
