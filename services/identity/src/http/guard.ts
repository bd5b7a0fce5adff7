import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from '@lapor/logging';
import { refuse } from './failures.ts';

const WORDS: Readonly<Record<number, string>> = {
  413: 'The body is too large',
  415: 'Send application/json',
};

/** What everything under `/auth` has: JSON only, our own pages only, nothing kept by caches, failures masked and logged once. */
export function guard(
  routes: FastifyInstance,
  { publicUrl, logger }: { publicUrl: string; logger: Logger },
): void {
  const ownOrigin = new URL(publicUrl).origin;
  // Only JSON: a form on another site cannot send it.
  routes.removeContentTypeParser('text/plain');
  routes.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    if (request.method === 'GET') return;
    const { origin, cookie } = request.headers;
    // A browser names the origin with everything but GET; without one a cookie is not believed.
    if (origin === undefined ? cookie !== undefined : origin !== ownOrigin)
      return reply.code(403).send({ code: 'INVALID_ORIGIN', message: 'Invalid origin' });
  });
  routes.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500)
      return reply
        .code(status)
        .send({ code: 'BAD_REQUEST', message: WORDS[status] ?? 'The request cannot be read' });
    logger.error({ requestId: request.id, err: error }, 'A sign-in route failed');
    return refuse(reply, error);
  });
}
