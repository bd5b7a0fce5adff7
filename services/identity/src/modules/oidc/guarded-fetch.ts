import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { CustomFetch } from 'openid-client';
import { Agent, fetch, type RequestInit } from 'undici';
import { isPublicAddress } from './public-address.ts';

const MOST_BYTES = 256 * 1024;
const TIMEOUT_MILLISECONDS = 8_000;

/** An address was set by an admin, or by the provider the admin named, and may not be asked. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

/** Resolves a name and refuses it when any of its addresses is not public: looked at where it is connected to, so it cannot change in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = (found ?? []) as LookupAddress[];
    if (error) return callback(error, '', 4);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new AddressRefused('Not a public address'), '', 4);
    return options.all
      ? callback(null, addresses as never)
      : callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

export interface GuardedFetchOptions {
  /** Only https, only public addresses. Off outside production, where a provider runs on the own machine. */
  isStrict: boolean;
}

/** `fetch` for addresses that others chose: no redirects, little time, small answers, and when strict nothing inside our own network. */
export function guardedFetch({ isStrict }: GuardedFetchOptions): {
  fetch: CustomFetch;
  close(): Promise<void>;
} {
  const agent = new Agent({
    connect: { timeout: 3_000, ...(isStrict ? { lookup: publicLookup } : {}) },
    headersTimeout: TIMEOUT_MILLISECONDS,
    bodyTimeout: TIMEOUT_MILLISECONDS,
    maxResponseSize: MOST_BYTES,
  });
  return {
    async fetch(address, options) {
      const url = new URL(address);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isStrict && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
        throw new AddressRefused('Not a public https address');
      const response = await fetch(url, {
        ...(options as RequestInit),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        dispatcher: agent,
      });
      return response as unknown as Response;
    },
    close: () => agent.close(),
  };
}
