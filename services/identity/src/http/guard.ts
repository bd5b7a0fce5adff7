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
  routes.addHook('preHandler', async (request, reply) => {
    if (![request.body, request.query, request.params].every(isReadable))
      return reply.code(400).send({ code: 'INPUT_INVALID', message: 'The request cannot be read' });
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

/** What is asked for here is flat, but for what passkeys say. */
const DEEPEST = 8;

/**
 * Whether a value can be looked at any further: nothing in it is nested so deeply that reading it would never end, or holds U+0000, which
 * PostgreSQL has no text for.
 */
function isReadable(value: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: current, depth } = next;
    if (typeof current === 'string' && current.includes('\0')) return false;
    if (typeof current !== 'object' || current === null) continue;
    if (depth > DEEPEST) return false;
    for (const inner of Object.values(current)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return true;
}
