import { isIP } from 'node:net';
import { isAllowed, type AddressRules } from './addresses.ts';

export interface UrlRules extends AddressRules {
  /** No plain http. */
  production: boolean;
}

const LONGEST = 500;

/** The address of a receiver as it is kept, or what is wrong with it. Where the name leads is looked at with each connection. */
export function readUrl(text: string, rules: UrlRules): { url: string } | { fault: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || text.length > LONGEST || url.href.length > LONGEST)
    return { fault: `An https:// address of ${LONGEST} characters at most` };
  if (url.protocol !== 'https:' && (rules.production || url.protocol !== 'http:'))
    return { fault: 'Begins with https://' };
  if (url.username || url.password) return { fault: 'Without name and password: messages are signed' };
  if (url.hash) return { fault: 'Without a part behind #' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) ? !isAllowed(host, rules) : isLocalName(host) && !rules.allowLoopback)
    return { fault: 'An address of the public internet' };
  return { url: url.href };
}

const isLocalName = (host: string): boolean =>
  !host.includes('.') || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host);
