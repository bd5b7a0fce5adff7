import { z } from 'zod';
import { isUniqueViolation } from '@lapor/database';
import { isNationalDesk, type Viewer } from '@lapor/viewer';
import { fault, notFound, ok, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { redirectUriOf, type AgencySignInDeps } from './agency-sign-in.ts';
import { areOwnDomains } from './own-domains.ts';
import { isPublicDomain, mailDomain } from './mail-domain.ts';
import { canManageProvider } from './policy.ts';
import { findProvider, secretContext, type Provider } from './provider.ts';

export const providerInput = z.object({
  organisationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().trim().min(1).max(300),
  clientSecret: z.string().min(1).max(500).optional(),
  mailDomains: z
    .array(mailDomain)
    .min(1)
    .max(20)
    .transform((domains) => [...new Set(domains)]),
  trustsSecondFactor: z.boolean(),
});
export type ProviderInput = z.infer<typeof providerInput>;

function shown(provider: Provider, publicUrl: string) {
  const { clientSecret: _, ...rest } = provider;
  return { ...rest, redirectUri: redirectUriOf(publicUrl, provider.organisationId) };
}

/** The secret is never shown again. */
export async function readProvider(
  deps: AgencySignInDeps,
  viewer: Viewer,
  organisationId: string,
): Promise<HttpAnswer> {
  if (!canManageProvider(viewer, organisationId)) return notFound();
  const provider = await findProvider(deps, organisationId);
  return provider ? ok(shown(provider, deps.publicUrl)) : notFound();
}

/** Sets up an organisation's own sign-in, or changes it. The provider must answer before anything is kept. */
export async function saveProvider(
  deps: AgencySignInDeps,
  viewer: Viewer,
  input: ProviderInput,
): Promise<HttpAnswer> {
  const { organisationId, name, issuer, clientId, mailDomains, trustsSecondFactor } = input;
  if (!canManageProvider(viewer, organisationId)) return notFound();
  if (!isIssuer(issuer, deps.production)) return fault(400, 'INPUT_INVALID', 'Not valid: issuer');
  if (mailDomains.some(isPublicDomain))
    return fault(400, 'DOMAIN_PUBLIC', 'Everybody can have an address of this domain');
  if (!isNationalDesk(viewer) && !(await areOwnDomains(deps, organisationId, mailDomains)))
    return fault(409, 'DOMAIN_UNKNOWN', 'No officer of the organisation has an address of this domain');
  const before = await findProvider(deps, organisationId);
  const clientSecret = input.clientSecret ?? before?.clientSecret;
  // Whoever sets up a provider could let it vouch for anybody: with it an admin would be each officer of the government.
  const keepsTrust = before?.trustsSecondFactor === true && before.issuer === issuer;
  if (trustsSecondFactor && !keepsTrust && !isNationalDesk(viewer))
    return fault(409, 'TRUST_BY_DESK', 'Only the national desk lets a provider vouch for a second factor');
  // A secret stays with the issuer it was given for: it is not sent to another one.
  if (clientSecret === undefined || (!input.clientSecret && before?.issuer !== issuer))
    return fault(400, 'INPUT_INVALID', 'Not valid: clientSecret');
  try {
    await deps.relyingClient.configurationOf({ issuer, clientId, clientSecret });
  } catch {
    return fault(400, 'ISSUER_UNREACHABLE', 'There is no OpenID provider at this address');
  }
  const at = deps.clock.now();
  try {
    await deps.database.transaction(async (em) => {
      await em.execute(
        `insert into oidc_provider (organisation_id, name, issuer, client_id, client_secret, trusts_second_factor, changed_at)
         values (?, ?, ?, ?, ?, ?, ?)
         on conflict (organisation_id) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
           client_secret = excluded.client_secret, trusts_second_factor = excluded.trusts_second_factor, changed_at = excluded.changed_at`,
        [
          organisationId,
          name,
          issuer,
          clientId,
          deps.sealer.seal(clientSecret, secretContext(organisationId)),
          trustsSecondFactor,
          at,
        ],
      );
      await em.execute('delete from oidc_mail_domain where organisation_id = ?', [organisationId]);
      await em.execute(
        `insert into oidc_mail_domain (domain, organisation_id) select d, ? from jsonb_array_elements_text(?::jsonb) d`,
        [organisationId, JSON.stringify(mailDomains)],
      );
      // Subjects are names within one issuer.
      if (before?.issuer !== issuer)
        await em.execute('delete from oidc_subject where organisation_id = ?', [organisationId]);
      await em.execute('delete from oidc_attempt where organisation_id = ?', [organisationId]);
      await writeAudit(em, {
        at,
        action: 'SIGN_IN_PROVIDER_SAVED',
        accountId: null,
        actorId: viewer.accountId,
        detail: organisationId,
      });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'oidc_mail_domain_pkey'))
      return fault(409, 'DOMAIN_TAKEN', 'Another organisation has this domain');
    throw error;
  }
  const saved = await findProvider(deps, organisationId);
  return saved ? ok(shown(saved, deps.publicUrl)) : notFound();
}

export async function removeProvider(
  deps: AgencySignInDeps,
  viewer: Viewer,
  organisationId: string,
): Promise<HttpAnswer> {
  if (!canManageProvider(viewer, organisationId)) return notFound();
  const isDone = await deps.database.transaction(async (em) => {
    const removed = await em.execute<unknown[]>(
      'delete from oidc_provider where organisation_id = ? returning organisation_id',
      [organisationId],
    );
    if (removed.length > 0)
      await writeAudit(em, {
        at: deps.clock.now(),
        action: 'SIGN_IN_PROVIDER_REMOVED',
        accountId: null,
        actorId: viewer.accountId,
        detail: organisationId,
      });
    return removed.length > 0;
  });
  return isDone ? { status: 204 } : notFound();
}

function isIssuer(issuer: string, production: boolean): boolean {
  const { protocol, username, password, search, hash } = new URL(issuer);
  return (protocol === 'https:' || !production) && !username && !password && !search && !hash;
}
