import { ask, resultOf } from './auth-request.ts';

/** An agency's own sign-in, as the sign-in page offers it. */
export interface AgencySignIn {
  providerId: string;
  name: string;
}

/** The agency's own sign-in by mail domain; null when there is none. Only the domain leaves the device. */
export const agencySignInOf = (email: string) =>
  ask<AgencySignIn | null>(
    'GET',
    `/oidc/provider?email=${encodeURIComponent(email.slice(email.lastIndexOf('@')))}`,
  );

/**
 * Where to send the browser for it (a whole page load). Afterwards it comes back to `to` (a path under `/instansi/` or `/admin/`):
 * with a session; with `?sign-in=second-factor` when the six digits or a passkey come next; with `?sign-in=refused` when not let in.
 */
export const agencySignInPath = (providerId: string, to: string): string =>
  `/auth/oidc/start?provider=${encodeURIComponent(providerId)}&to=${encodeURIComponent(to)}`;

/** An organisation's own sign-in (OpenID Connect), as it is configured. */
export interface SignInProvider {
  organisationId: string;
  name: string;
  issuer: string;
  clientId: string;
  mailDomains: readonly string[];
  /** Its word for a second factor (`amr`, `acr`) is taken. */
  trustsSecondFactor: boolean;
  /** To be registered at the provider. */
  redirectUri: string;
  /** ISO 8601. */
  changedAt: string;
}

const pathOf = (organisationId: string) => `/oidc-providers/${encodeURIComponent(organisationId)}`;

/** `NOT_FOUND` when there is none, or it is not this account's to see. */
export const signInProvider = (organisationId: string) => ask<SignInProvider>('GET', pathOf(organisationId));

/** Without `clientSecret` the one before stays. Codes: `INPUT_INVALID`, `ISSUER_UNREACHABLE`, `DOMAIN_TAKEN`, `DOMAIN_UNKNOWN`, `DOMAIN_PUBLIC`, `TRUST_BY_DESK`. */
export const saveSignInProvider = (
  organisationId: string,
  input: {
    name: string;
    issuer: string;
    clientId: string;
    clientSecret?: string;
    mailDomains: readonly string[];
    trustsSecondFactor: boolean;
  },
) => ask<SignInProvider>('PUT', pathOf(organisationId), input);

export const removeSignInProvider = (organisationId: string) =>
  resultOf(ask('DELETE', pathOf(organisationId)));
