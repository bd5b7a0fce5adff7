import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import type { Deps } from '../../deps.ts';
import { fault, notFound, ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import type { SessionAccount } from '../sessions/index.ts';
import { createApiKey, type CreateApiKeyInput } from './create-api-key.ts';
import type { KeyGate } from './key-gate.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

/** Looked at by the use case, which others call too. */
const input = z.record(z.string(), z.unknown());

/** Keys, managed by session cookie only: a key cannot make, list or end keys. */
export function apiKeyRoutes(
  routes: Routes,
  deps: Deps & { keyGate: KeyGate },
  viewerOf: (session: SessionAccount) => Viewer,
): void {
  routes.complete(
    {
      method: 'GET',
      path: '/api-keys',
      body: z.object({ organisationId: z.string().min(1).max(100).optional() }),
      perMinute: 60,
    },
    async ({ session, body }) =>
      ok({ keys: await listApiKeys(deps, viewerOf(session), body.organisationId) }),
  );
  routes.complete(
    { method: 'POST', path: '/api-keys', body: input, perMinute: 20 },
    async ({ session, body }) => {
      const { label, days, scopes, organisationId } = body as Partial<CreateApiKeyInput>;
      const asked = { label, days, scopes, organisationId, accountId: session.accountId };
      const created = await createApiKey(deps, asked as CreateApiKeyInput, viewerOf(session));
      if (created.ok) {
        const { id, key, expiresAt } = created;
        return { ...ok({ id, key, expiresAt }), status: 201 };
      }
      return created.code === 'INVALID_INPUT'
        ? fault(400, 'INPUT_INVALID', 'A label (1 to 80 characters), days (1 to 366) and fitting scopes')
        : notFound();
    },
  );
  routes.complete(
    {
      method: 'DELETE',
      path: '/api-keys/:id',
      body: z.object({ id: z.string().max(100) }),
      perMinute: 60,
    },
    async ({ session, body }) => {
      const revoked = await revokeApiKey(deps, { keyId: body.id }, viewerOf(session));
      return revoked.ok ? { status: 204 } : notFound();
    },
  );
}
