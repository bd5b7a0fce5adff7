import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from '@lapor/logging';
import { mayWorkAtDesk } from './policy.ts';

const NOT_FOUND = { code: 'NOT_FOUND', message: 'Not found' };

/** What every route of the desk has: operators in person and nobody else, our own pages only, JSON only, nothing kept by caches. */
export function guard(
  routes: FastifyInstance,
  { publicUrl, logger }: { publicUrl: string; logger: Logger },
): void {
  const ownOrigin = new URL(publicUrl).origin;
  // Only JSON: a form on another site cannot send it.
  routes.removeContentTypeParser('text/plain');
  routes.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    if (!request.viewer || !mayWorkAtDesk(request.viewer)) return reply.code(404).send(NOT_FOUND);
    // A browser names the origin with everything but GET.
    if (request.method !== 'GET' && request.headers.origin !== ownOrigin)
      return reply.code(403).send({ code: 'INVALID_ORIGIN', message: 'Invalid origin' });
  });
  routes.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500)
      return reply.code(status).send({ code: 'BAD_REQUEST', message: 'The request cannot be read' });
    logger.error({ requestId: request.id, err: error }, 'A route of the desk failed');
    return reply.code(status === 503 ? 503 : 500).send({ code: 'INTERNAL', message: 'Something went wrong' });
  });
}
