import { readSignedId, signedId } from '../link/index.ts';

/** The secret part of a link to a work order. Nothing of it is stored; the same order gives the same token. */
export const workOrderToken = (secret: string, id: string): string => signedId(secret, 'work-order', id);

/** The order a token was made for, or `null` when it is none of ours. */
export const readWorkOrderToken = (secret: string, token: string): string | null =>
  readSignedId(secret, 'work-order', token);

/** Where the link leads, on the platform's origin. The token stands behind the `#`: no server, proxy or log sees it. */
export const workOrderPath = (token: string): string => `/instansi/tugas#${token}`;
