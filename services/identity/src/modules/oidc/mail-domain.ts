import { z } from 'zod';

/** A mail domain as people type it. */
export const mailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.{4,})([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);

/** Domains where everybody can have an address: no organisation's own. */
const PUBLIC_DOMAINS = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.id',
  'ymail.com',
  'rocketmail.com',
  'outlook.com',
  'outlook.co.id',
  'hotmail.com',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'mail.com',
  'gmx.com',
  'proton.me',
  'protonmail.com',
  'zoho.com',
  'yandex.com',
  'plasa.com',
  'telkom.net',
]);

export const isPublicDomain = (domain: string): boolean => PUBLIC_DOMAINS.has(domain);

/** The domain of an address, or of what stands behind its "@"; `null` when there is none. */
export function domainOf(address: string): string | null {
  const parsed = mailDomain.safeParse(address.slice(address.lastIndexOf('@') + 1));
  return parsed.success ? parsed.data : null;
}
