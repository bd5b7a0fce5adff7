import { readSignedId, signedId } from '../link/index.ts';

/** The secret part of a link to the head of an organisation. Nothing of it is stored; the same hand-over gives the same token. */
export const handOverToken = (secret: string, id: string): string => signedId(secret, 'hand-over', id);

/** The hand-over a token was made for, or `null` when it is none of ours. */
export const readHandOverToken = (secret: string, token: string): string | null =>
  readSignedId(secret, 'hand-over', token);
