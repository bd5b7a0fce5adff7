import { keyedHash } from '@lapor/sealing';

/** Who we are to an authenticator: a passkey is good for this host and this origin only. */
export interface RelyingParty {
  name: string;
  id: string;
  origin: string;
}

export function relyingParty(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { name: 'SP4N-LAPOR!', id: hostname, origin };
}

/** Browsers have passkeys on https, and on the own machine; not at a bare address. */
export function offersPasskeys(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isAddress = /^[\d.]+$|^\[/.test(hostname);
  return !isAddress && (protocol === 'https:' || hostname === 'localhost');
}

/** What an authenticator keeps of the account: nothing that could be read. */
export const userHandleOf = (authSecret: string, accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(keyedHash(authSecret, 'passkey user', accountId));
