import type { FastifyReply } from 'fastify';

/** Content security policy of an application's page and its files; the nonce admits the page's own tags only. */
export function pagePolicy(nonce: string | null, isSecure: boolean): string {
  const own = nonce ? `'self' 'nonce-${nonce}'` : `'self'`;
  return [
    `default-src 'self'`,
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** For everything that is no page: nothing may run or load, whatever a browser takes it for. */
export const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** For pages that need no script: none runs, whoever wrote it, and forms go to us alone. */
export const PLAIN_POLICY = `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
} as const;

/** Says what serves it; of use to attackers only. */
const TELLING = ['server', 'x-powered-by', 'via'] as const;

/** Puts the headers on an answer. A policy that a service or a page has set for itself (downloads, mail pages, forms) stays. */
export function addSecurityHeaders(reply: FastifyReply, isSecure: boolean): void {
  const referrer = reply.getHeader('referrer-policy');
  reply.headers(ALWAYS);
  if (referrer === 'same-origin') reply.header('referrer-policy', referrer);
  if (isSecure) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', DATA_POLICY);
  for (const name of TELLING) reply.removeHeader(name);
}
