import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@lapor/logging';
import { AUTH_PATH, type Auth } from './auth.ts';
import { ADDRESS_HEADER, SOURCE_HEADER, standInAddress } from './source-address.ts';

/** The endpoints of better-auth that exist here; everything else of it answers 404. */
export const ENDPOINTS = [
  ['POST', '/sign-up/email'],
  ['POST', '/sign-in/email'],
  ['POST', '/sign-in/email-otp'],
  ['POST', '/email-otp/send-verification-otp'],
  ['POST', '/email-otp/verify-email'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
  ['POST', '/two-factor/generate-backup-codes'],
  ['POST', '/change-password'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
] as const;

export interface RouteDeps {
  auth: Auth;
  publicUrl: string;
  authSecret: string;
  logger: Logger;
  /** Own routes under `/auth`, guarded like the library's. */
  furtherRoutes(server: FastifyInstance): Promise<void>;
}

const FORWARDED = ['cookie', 'origin', 'referer', 'user-agent', 'accept-language'];
const BODY_LIMIT = 16 * 1024;

/** Puts the endpoints under `/auth`, whether the gateway hosts them or this service its own process. */
export async function authRoutes(server: FastifyInstance, deps: RouteDeps): Promise<void> {
  const ownOrigin = new URL(deps.publicUrl).origin;
  await server.register(async (routes) => {
    // Only JSON: a form on another site cannot send it.
    routes.removeContentTypeParser('text/plain');
    routes.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      const { origin } = request.headers;
      if (request.method !== 'GET' && origin !== undefined && origin !== ownOrigin)
        return reply.code(403).send({ code: 'INVALID_ORIGIN', message: 'Invalid origin' });
    });
    await deps.furtherRoutes(routes);
    for (const [method, path] of ENDPOINTS) {
      routes.route({
        method,
        url: AUTH_PATH + path,
        bodyLimit: BODY_LIMIT,
        handler: async (request, reply) => {
          try {
            return await send(reply, path, await deps.auth.handler(toWebRequest(request, path, deps)));
          } catch (error) {
            deps.logger.error({ path, requestId: request.id, err: error }, 'A sign-in endpoint failed');
            return refuse(reply, error);
          }
        },
      });
    }
  });
}

function toWebRequest(request: FastifyRequest, path: string, { publicUrl, authSecret }: RouteDeps): Request {
  const headers = new Headers();
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  for (const [name, value] of Object.entries(request.headers))
    if (name.startsWith('sec-fetch-') && typeof value === 'string') headers.set(name, value);
  const source = request.headers[SOURCE_HEADER];
  headers.set(ADDRESS_HEADER, standInAddress(authSecret, typeof source === 'string' ? source : request.ip));
  const hasBody = request.method !== 'GET';
  if (hasBody) headers.set('content-type', 'application/json');
  return new Request(`${publicUrl}${AUTH_PATH}${path}`, {
    method: request.method,
    headers,
    body: hasBody ? JSON.stringify(request.body ?? {}) : undefined,
  });
}

async function send(reply: FastifyReply, path: string, answer: Response): Promise<FastifyReply> {
  reply.code(answer.status).header('content-type', 'application/json; charset=utf-8');
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  if (answer.status === 429)
    reply.header(
      'retry-after',
      answer.headers.get('retry-after') ?? answer.headers.get('x-retry-after') ?? '60',
    );
  if (answer.status >= 500) return refuse(reply, undefined);
  // A known and an unknown address answer with the same words.
  if (path === '/sign-up/email' && answer.ok) return reply.send(JSON.stringify({ success: true }));
  return reply.send((await answer.text()) || '{}');
}

const CONNECTION_LOST = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|08|57P0|53300)/;

/** An answer without a word of the failure; a database that is away is worth another try. */
function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isAway = CONNECTION_LOST.test(String(code)) || /timeout|terminated/i.test(String(message));
  reply.header('content-type', 'application/json; charset=utf-8');
  return isAway
    ? reply
        .code(503)
        .header('retry-after', '5')
        .send({ code: 'UNAVAILABLE', message: 'Try again in a moment' })
    : reply.code(500).send({ code: 'INTERNAL', message: 'Something went wrong' });
}
