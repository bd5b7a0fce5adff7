import { randomBytes } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

/** What a key may do: so far, read the graph. */
export const KEY_SCOPES = ['graph:read'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

const PREFIX = 'lapor_';

/** A new key: 256 random bits behind a prefix by which leaked ones can be searched for. */
export const newKey = (): string => PREFIX + randomBytes(32).toString('base64url');

export const looksLikeKey = (text: string): boolean => /^lapor_[\w-]{43}$/.test(text);

/** What is stored of a key. */
export const hashKey = (secret: string, key: string): Buffer => keyedHash(secret, 'api key', key);
