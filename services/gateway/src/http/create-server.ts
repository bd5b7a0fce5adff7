import { randomUUID } from 'node:crypto';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify';
import type { Logger } from '@lapor/logging';
import { logRequests } from './request-log.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { secondsToWait } from './viewer.ts';

export interface ServerOptions {
  logger: Logger;
  isSecure: boolean;
  /** Origin people type into the browser. */
  publicUrl: string;
  trustProxy: boolean | string | string[];
}

const UNSAFE_METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * A server with what every answer of the platform has: request id, security headers, one log line, masked errors.
 * `isSecure`: people reach it over https.
 */
export function createServer({ logger, isSecure, publicUrl, trustProxy }: ServerOptions): FastifyInstance {
  const ownOrigin = new URL(publicUrl).origin;
  const server = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // One proxy in front: the address it adds, at the end of the list. What stands before it the client may have written.
    trustProxy: trustProxy === true ? (_address, hop) => hop === 0 : trustProxy,
    // Ours, never the client's: a chosen id could stand for another request in the logs.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    // A photo over a slow network takes minutes; headers do not.
    requestTimeout: 300_000,
    http: { headersTimeout: 15_000 },
    frameworkErrors: (_error, request, reply: FastifyReply) => {
      reply.header('x-request-id', request.id);
      addSecurityHeaders(reply, isSecure);
      void reply
        .code(400)
        .send({ code: 'BAD_USER_INPUT', message: 'The address cannot be read', requestId: request.id });
    },
  });
  server.decorateRequest('viewer');
  server.decorateRequest('viewerToken', '');
  logRequests(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const site = request.headers['sec-fetch-site'];
    // Besides SameSite cookies: no other site's page may send anything that changes something.
    const { origin, host } = request.headers;
    // Old browsers name the origin only.
    const isForeign = origin !== undefined && origin !== ownOrigin && hostOf(origin) !== host;
    if (UNSAFE_METHODS.has(request.method) && (site === 'cross-site' || site === 'same-site' || isForeign))
      throw Object.assign(new Error('Requests from other sites are refused'), { statusCode: 403 });
    // No text in the database has it.
    if (request.url.includes('%00'))
      throw Object.assign(new Error('The address cannot be read'), { statusCode: 400 });
  });
  server.addHook('onSend', async (_request, reply) => addSecurityHeaders(reply, isSecure));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    const { code, message } = wordsOf(status);
    if (status === 503) reply.header('retry-after', '2');
    const wait = secondsToWait(error);
    if (wait !== undefined) reply.header('retry-after', String(wait));
    return reply.code(status).send({ code, message, requestId: request.id });
  });
  return server;
}

/** Host and port of an origin; `null` for what is none (`null` from a sandbox). */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

const WORDS: Readonly<Record<number, { code: string; message: string }>> = {
  401: { code: 'UNAUTHENTICATED', message: 'The credentials are not valid' },
  403: { code: 'FORBIDDEN', message: 'This is not allowed' },
  404: { code: 'NOT_FOUND', message: 'There is nothing here' },
  413: { code: 'TOO_LARGE', message: 'The body is too large' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'This kind of body is not read here' },
  429: { code: 'TOO_MANY_REQUESTS', message: 'Too many requests; try again later' },
  503: { code: 'SERVICE_UNAVAILABLE', message: 'A part of the service does not answer; try again' },
};

const wordsOf = (status: number) =>
  WORDS[status] ??
  (status < 500
    ? { code: 'BAD_USER_INPUT', message: 'The request cannot be read' }
    : { code: 'INTERNAL', message: 'Something went wrong' });
