import type { saveSignInProvider, SignInProvider } from '@lapor/web-client';
import type { StaffMessageId } from '../language/use-text.ts';

/** What is typed and kept on the device; the secret is not among it. */
export interface ProviderDraft {
  name: string;
  issuer: string;
  clientId: string;
  /** As typed: several, parted by commas, blanks or lines. */
  mailDomains: string;
  trustsSecondFactor: boolean;
}

type ProviderInput = Parameters<typeof saveSignInProvider>[1];

export const EMPTY_PROVIDER: ProviderDraft = {
  name: '',
  issuer: '',
  clientId: '',
  mailDomains: '',
  trustsSecondFactor: false,
};

export const draftOf = (provider: SignInProvider): ProviderDraft => ({
  name: provider.name,
  issuer: provider.issuer,
  clientId: provider.clientId,
  mailDomains: provider.mailDomains.join('\n'),
  trustsSecondFactor: provider.trustsSecondFactor,
});

const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;

/** The domains in what was typed: small letters, each once, without an "@" in front. */
export function domainsIn(text: string): string[] {
  const typed = text.split(/[\s,;]+/).map((part) => part.replace(/^@/, '').toLowerCase());
  return [...new Set(typed.filter(Boolean))];
}

/** What must be mended before it is sent, in the order of the form. `isNew`: there is no secret yet. */
export function providerFaults(
  draft: ProviderDraft,
  secret: string,
  isNew: boolean,
): { fieldId: string; message: StaffMessageId }[] {
  const faults: { fieldId: string; message: StaffMessageId }[] = [];
  const domains = domainsIn(draft.mailDomains);
  if (!draft.name.trim()) faults.push({ fieldId: 'provider-name', message: 'provider.nameNeeded' });
  if (!/^https:\/\/[^\s/]+/.test(draft.issuer.trim()))
    faults.push({ fieldId: 'provider-issuer', message: 'provider.issuerNeeded' });
  if (!draft.clientId.trim()) faults.push({ fieldId: 'provider-client', message: 'provider.clientNeeded' });
  if (isNew && !secret) faults.push({ fieldId: 'provider-secret', message: 'provider.secretNeeded' });
  if (domains.length === 0) faults.push({ fieldId: 'provider-domains', message: 'provider.domainsNeeded' });
  else if (!domains.every((domain) => DOMAIN.test(domain)))
    faults.push({ fieldId: 'provider-domains', message: 'provider.domainsInvalid' });
  return faults;
}

/** What is sent; without a new secret the one before stays. */
export const providerInput = (draft: ProviderDraft, secret: string): ProviderInput => ({
  name: draft.name.trim(),
  issuer: draft.issuer.trim(),
  clientId: draft.clientId.trim(),
  ...(secret ? { clientSecret: secret } : {}),
  mailDomains: domainsIn(draft.mailDomains),
  trustsSecondFactor: draft.trustsSecondFactor,
});
