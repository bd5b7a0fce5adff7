import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

/** The receiver's name leads to an address that nothing of ours is sent to. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';
  readonly code = 'REFUSED_ADDRESS';
  constructor() {
    super('The address is not one of the public internet');
  }
}

/** Whether an address is one of the public internet: not private, link-local, loopback, shared, mapped or kept for something else. */
export function isPublicAddress(address: string): boolean {
  // A mapped address is the one that it stands for.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

export interface AddressRules {
  /** For trying on one machine; never in production. */
  allowLoopback: boolean;
}

export const isAllowed = (address: string, { allowLoopback }: AddressRules): boolean =>
  isPublicAddress(address) || (allowLoopback && isLoopback(address));

type Resolve = (
  hostname: string,
  options: { all: true; family?: number; hints?: number },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves names for a connection and refuses those that lead to any address that is not allowed: what is looked at is what is connected
 * to, so that a name cannot change in between.
 */
export const guardedLookup =
  (rules: AddressRules, look: Resolve = resolve as Resolve): LookupFunction =>
  (hostname, options, done) => {
    const { family, hints } = options;
    const wanted = typeof family === 'number' ? { family } : {};
    look(
      hostname,
      { all: true, ...wanted, ...(hints === undefined ? {} : { hints }) },
      (error, addresses) => {
        if (error) return done(error, '', 0);
        if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address, rules)))
          return done(new RefusedAddress(), '', 0);
        if (options.all) return done(null, addresses);
        const [{ address, family: found }] = addresses as [LookupAddress];
        return done(null, address, found);
      },
    );
  };

const CONNECT_MILLISECONDS = 5_000;

/** Connections to receivers: only to allowed addresses, whether a name or the address itself stands in the URL. Follows no redirect. */
export function receiversAgent(rules: AddressRules, timeoutMilliseconds: number): Agent {
  const connect = buildConnector({
    timeout: Math.min(CONNECT_MILLISECONDS, timeoutMilliseconds),
    lookup: guardedLookup(rules),
  });
  return new Agent({
    headersTimeout: timeoutMilliseconds,
    bodyTimeout: timeoutMilliseconds,
    maxResponseSize: 65_536,
    connections: 8,
    pipelining: 1,
    connect(options, done) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) && !isAllowed(host, rules)) return done(new RefusedAddress(), null);
      return connect(options, done);
    },
  });
}
