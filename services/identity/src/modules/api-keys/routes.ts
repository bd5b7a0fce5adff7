import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Viewer } from '@lapor/viewer';
import { createApiKey, type KeyDeps } from './create-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';

/**
 * `POST /auth/api-keys` `{ label, days }` → 201 `{ id, key, expiresAt }`, `DELETE /auth/api-keys/:id` → 204: an analyst's own keys.
 * @param sessionViewer who asks by session cookie; a key cannot make or end keys.
 */
export async function apiKeyRoutes(
  server: FastifyInstance,
  deps: KeyDeps,
  sessionViewer: (request: FastifyRequest) => Promise<Viewer | null>,
): Promise<void> {
  server.post<{ Body: { label?: unknown; days?: unknown } | null }>(
    '/auth/api-keys',
    { bodyLimit: 4096 },
    async (request, reply) => {
      const viewer = await sessionViewer(request);
      if (!viewer?.accountId) return reply.code(401).send({ code: 'UNAUTHORIZED', message: 'Sign in first' });
      const { label, days } = request.body ?? {};
      const created = await createApiKey(
        deps,
        { accountId: viewer.accountId, label: label as string, days: days as number },
        viewer,
      );
      if (created.ok) {
        const { id, key, expiresAt } = created;
        return reply.code(201).send({ id, key, expiresAt });
      }
      return created.code === 'INVALID_INPUT'
        ? reply
            .code(400)
            .send({ code: created.code, message: 'A label (1 to 80 characters) and days (1 to 366)' })
        : reply.code(404).send({ code: created.code, message: 'Not found' });
    },
  );
  server.delete<{ Params: { id: string } }>('/auth/api-keys/:id', async (request, reply) => {
    const viewer = await sessionViewer(request);
    if (!viewer?.accountId) return reply.code(401).send({ code: 'UNAUTHORIZED', message: 'Sign in first' });
    const { ok } = await revokeApiKey(deps, { keyId: request.params.id }, viewer);
    return ok ? reply.code(204).send() : reply.code(404).send({ code: 'NOT_FOUND', message: 'Not found' });
  });
}
