import type { EntityManager } from '@mikro-orm/postgresql';
import type { Deps } from '../../deps.ts';
import type { HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { tellHolder } from '../mailer/index.ts';
import { cookieLine, cookieName, openSession, readSignedCookie } from '../sessions/index.ts';
import { findAgencyAccount, tieSubject } from './agency-account.ts';
import { ATTEMPT_SECONDS, keepAttempt, takeAttempt } from './attempt.ts';
import { domainOf } from './mail-domain.ts';
import { findProvider, type Provider } from './provider.ts';
import {
  beginAuthorization,
  finishAuthorization,
  type AgencyClaims,
  type RelyingClient,
} from './relying-client.ts';
import { usedSecondFactorThere } from './second-factor-claims.ts';

export interface AgencySignInDeps extends Deps {
  relyingClient: RelyingClient;
  /** Begins the step of the second factor for an account whose first one was right; the `Set-Cookie` line of it. */
  beginSecondStep(accountId: string): Promise<string>;
}

const COOKIE = 'agency_sign_in';
const COOKIE_PATH = '/auth/oidc';

/** One address per provider: an answer of one cannot be passed off as another's. */
export const redirectUriOf = (publicUrl: string, organisationId: string): string =>
  `${publicUrl}/auth/oidc/callback/${encodeURIComponent(organisationId)}`;

/** A place in one of the consoles, or the agencies' front page. */
function placeOf(publicUrl: string, to: string | undefined): URL {
  const home = new URL('/instansi/', publicUrl);
  if (!to?.startsWith('/')) return home;
  const place = new URL(to, publicUrl);
  return place.origin === home.origin && /^\/(instansi|admin)(\/|$)/.test(place.pathname) ? place : home;
}

/** `outcome`: what the sign-in page tells; absent when there is a session. */
function back(place: URL, outcome?: 'refused' | 'second-factor', more: Partial<HttpAnswer> = {}): HttpAnswer {
  const target = new URL(place);
  if (outcome) target.searchParams.set('sign-in', outcome);
  else target.searchParams.delete('sign-in');
  const location = `${target.pathname}${target.search}${target.hash}`;
  return { status: 302, ...more, headers: { ...more.headers, location } };
}

/** Begun by our own pages or by hand; another site could otherwise sign somebody in to an account of its choice. */
const isOurs = (fetchSite: string | undefined): boolean =>
  fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';

/** Sends the browser to the agency's own sign-in. */
export async function startAgencySignIn(
  deps: AgencySignInDeps,
  {
    providerId,
    to,
    fetchSite,
  }: { providerId: string; to: string | undefined; fetchSite: string | undefined },
): Promise<HttpAnswer> {
  const { publicUrl, relyingClient, logger } = deps;
  const place = placeOf(publicUrl, to);
  if (!isOurs(fetchSite)) return back(place, 'refused');
  const provider = await findProvider(deps, providerId);
  if (!provider) return back(place, 'refused');
  const { organisationId } = provider;
  try {
    const configuration = await relyingClient.configurationOf(provider);
    const { url, secrets } = await beginAuthorization(
      configuration,
      redirectUriOf(publicUrl, organisationId),
    );
    const browser = await keepAttempt(deps, {
      organisationId,
      ...secrets,
      to: `${place.pathname}${place.search}${place.hash}`,
    });
    const cookie = cookieLine(deps, COOKIE, browser, { maxAge: ATTEMPT_SECONDS, path: COOKIE_PATH });
    return { status: 302, headers: { location: url.href }, cookies: [cookie] };
  } catch (error) {
    logger.warn({ organisationId, reason: kindOf(error) }, 'An agency’s sign-in could not be asked');
    return back(place, 'refused');
  }
}

/** Takes the agency's answer: only from the browser that was sent there, once, and from the provider it was sent to. */
export async function finishAgencySignIn(
  deps: AgencySignInDeps,
  {
    providerId,
    query,
    cookie,
    userAgent,
  }: {
    providerId: string;
    query: URLSearchParams;
    cookie: string | undefined;
    userAgent: string | undefined;
  },
): Promise<HttpAnswer> {
  const { publicUrl, logger, clock } = deps;
  const gone = cookieLine(deps, COOKIE, '', { maxAge: 0, path: COOKIE_PATH });
  const browser = readSignedCookie(cookie, cookieName(deps, COOKIE), deps.authSecret);
  const attempt = browser ? await takeAttempt(deps, browser) : null;
  const place = placeOf(publicUrl, attempt?.to);
  const refused = back(place, 'refused', { cookies: [gone] });
  if (!attempt || attempt.organisationId !== providerId) return refused;
  const provider = await findProvider(deps, providerId);
  if (!provider) return refused;
  let claims: AgencyClaims;
  try {
    const configuration = await deps.relyingClient.configurationOf(provider);
    const answered = new URL(redirectUriOf(publicUrl, providerId));
    answered.search = query.toString();
    claims = await finishAuthorization(configuration, answered, attempt);
  } catch (error) {
    logger.warn(
      { organisationId: providerId, reason: kindOf(error) },
      'An agency’s sign-in was not accepted',
    );
    await deps.database.transaction((em) =>
      writeAudit(em, {
        at: clock.now(),
        action: 'SIGN_IN_FAILED',
        accountId: null,
        detail: 'AGENCY_SIGN_IN',
      }),
    );
    return refused;
  }
  const opening = await deps.database.transaction((em) => admit(em, deps, provider, claims, userAgent));
  deps.eventsCommitted();
  // The agency chooses its provider, and with it who may come in as its officers: they learn when it is used for them.
  if (opening.kind !== 'refused' && opening.isFirst)
    tellHolder(deps, opening.accountId, 'second-factor-changed', { change: 'AGENCY_SIGN_IN_TIED' });
  if (opening.kind === 'opened') return back(place, undefined, { cookies: [gone], session: opening.session });
  if (opening.kind === 'second-step')
    // Whoever was signed in here before is not any more: the step is another account's.
    return back(place, 'second-factor', {
      cookies: [gone, await deps.beginSecondStep(opening.accountId)],
      session: 'ended',
    });
  return refused;
}

async function admit(
  em: EntityManager,
  deps: AgencySignInDeps,
  { organisationId, mailDomains, trustsSecondFactor }: Provider,
  { email, subject, amr, acr }: AgencyClaims,
  userAgent: string | undefined,
) {
  const now = deps.clock.now();
  const refused = async (accountId: string | null) => {
    const detail = 'AGENCY_SIGN_IN';
    await writeAudit(em, { at: now, action: 'SIGN_IN_REFUSED', accountId, detail });
    return { kind: 'refused' } as const;
  };
  // Of the agency's own domain, said to be verified, and known here: no account is made.
  if (email === null || !mailDomains.includes(domainOf(email) ?? '')) return refused(null);
  const accountId = await findAgencyAccount(em, { organisationId, email, now });
  if (accountId === null) return refused(null);
  const { authSecret } = deps;
  const tie = await tieSubject(em, { authSecret, organisationId, subject, accountId });
  if (tie === null) return refused(accountId);
  const agencyVouches = trustsSecondFactor && usedSecondFactorThere({ amr, acr });
  const result = await openSession(em, deps, { accountId, way: 'AGENCY_SIGN_IN', userAgent, agencyVouches });
  return result.kind === 'refused' ? refused(accountId) : { ...result, accountId, isFirst: tie === 'first' };
}

/** The kind of a failure; its words may quote what somebody typed. */
const kindOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown').slice(0, 60);
};
