import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import type { SessionAccount } from '../sessions/index.ts';
import { finishAgencySignIn, startAgencySignIn, type AgencySignInDeps } from './agency-sign-in.ts';
import { domainOf } from './mail-domain.ts';
import { providerInput, readProvider, removeProvider, saveProvider } from './manage-provider.ts';
import { findProviderOfDomain } from './provider.ts';

const organisationId = z.string().min(1).max(100);
const parameter = z.string().max(4096).optional();

export function agencySignInRoutes(
  routes: Routes,
  deps: AgencySignInDeps,
  viewerOf: (session: SessionAccount) => Viewer,
): void {
  routes.open(
    { method: 'GET', path: '/oidc/provider', body: z.object({ email: z.string().max(254) }), perMinute: 60 },
    async ({ body }) => {
      const domain = domainOf(body.email);
      return ok(domain && (await findProviderOfDomain(deps.database, domain)));
    },
  );
  routes.open(
    {
      method: 'GET',
      path: '/oidc/start',
      body: z.object({ provider: organisationId, to: z.string().max(2000).optional() }),
      perMinute: 30,
    },
    ({ body, fetchSite }) => startAgencySignIn(deps, { providerId: body.provider, to: body.to, fetchSite }),
  );
  routes.open(
    {
      method: 'GET',
      path: '/oidc/callback/:provider',
      body: z.object({
        provider: organisationId,
        code: parameter,
        state: parameter,
        iss: parameter,
        error: parameter,
      }),
      perMinute: 30,
    },
    ({ body: { provider, ...answered }, cookie, userAgent }) =>
      finishAgencySignIn(deps, {
        providerId: provider,
        query: new URLSearchParams(
          Object.entries(answered).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
        cookie,
        userAgent,
      }),
  );
  const path = '/oidc-providers/:organisationId';
  routes.complete(
    { method: 'GET', path, body: z.object({ organisationId }), perMinute: 60 },
    ({ session, body }) => readProvider(deps, viewerOf(session), body.organisationId),
  );
  routes.complete({ method: 'PUT', path, body: providerInput, perMinute: 10 }, ({ session, body }) =>
    saveProvider(deps, viewerOf(session), body),
  );
  routes.complete(
    { method: 'DELETE', path, body: z.object({ organisationId }), perMinute: 10 },
    ({ session, body }) => removeProvider(deps, viewerOf(session), body.organisationId),
  );
}
