/** What RFC 8176 names, by kind of factor. */
const KNOWLEDGE = ['pwd', 'pin', 'kba'];
const POSSESSION = ['otp', 'hwk', 'swk', 'sms', 'tel', 'sc', 'pop'];
const INHERENCE = ['fpt', 'face', 'iris', 'retina', 'vbm'];

/** Classes of authentication that mean two factors wherever they are used. */
const CLASSES = [
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'http://schemas.microsoft.com/claims/multipleauthn',
  'https://refeds.org/profile/mfa',
];

/** Whether an agency's sign-in says that a second factor was used: `mfa`, methods of two kinds, or a class that means it. */
export function usedSecondFactorThere({ amr, acr }: { amr?: unknown; acr?: unknown }): boolean {
  if (typeof acr === 'string' && CLASSES.includes(acr)) return true;
  if (!Array.isArray(amr)) return false;
  const has = (kind: readonly string[]) => amr.some((method) => kind.includes(method as string));
  const kinds = [KNOWLEDGE, POSSESSION, INHERENCE].filter(has);
  return amr.includes('mfa') || kinds.length >= 2;
}
