import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../deps.ts';
import { refuse } from '../../http/failures.ts';
import { AUTH_PATH, sendAnswer, sourceOf, type RoutesDeps } from '../../http/routes.ts';
import { ADDRESS_HEADER, standInAddress } from '../../http/source.ts';
import { confirmTotp } from '../second-factor/index.ts';
import type { Auth } from './auth.ts';

/** The endpoints of better-auth that exist here; everything else of it answers 404. */
export const ENDPOINTS = [
  '/sign-up/email',
  '/sign-in/email',
  '/sign-in/email-otp',
  '/email-otp/send-verification-otp',
  '/email-otp/verify-email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/sign-out',
] as const;

export interface SignInDeps extends Deps {
  auth: Auth;
  sessionOf: RoutesDeps['sessionOf'];
}

const FORWARDED = ['cookie', 'origin', 'referer', 'user-agent', 'accept-language'];
const BODY_LIMIT = 16 * 1024;

/** Puts the library's endpoints under `/auth`. */
export function signInRoutes(server: FastifyInstance, deps: SignInDeps): void {
  for (const path of ENDPOINTS) {
    server.post(AUTH_PATH + path, { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      if (path === '/two-factor/verify-totp' && (await confirmEnrolment(request, reply, deps))) return reply;
      try {
        return await send(reply, path, await deps.auth.handler(toWebRequest(request, path, deps)));
      } catch (error) {
        deps.logger.error({ path, requestId: request.id, err: error }, 'A sign-in endpoint failed');
        return refuse(reply, error);
      }
    });
  }
}

/** The first code of an authenticator app that somebody signed in is setting up comes on the same way as the one of a sign-in. */
async function confirmEnrolment(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SignInDeps,
): Promise<boolean> {
  const session = await deps.sessionOf(request.headers.cookie);
  const { code } = (request.body ?? {}) as { code?: unknown };
  if (!session || typeof code !== 'string' || !/^\d{6}$/.test(code)) return false;
  const answer = await confirmTotp(deps, session, code);
  if (answer) sendAnswer(reply, answer, deps);
  return answer !== null;
}

function toWebRequest(request: FastifyRequest, path: string, { publicUrl, authSecret }: SignInDeps): Request {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  for (const [name, value] of Object.entries(request.headers))
    if (name.startsWith('sec-fetch-') && typeof value === 'string') headers.set(name, value);
  headers.set(ADDRESS_HEADER, standInAddress(authSecret, sourceOf(request)));
  return new Request(`${publicUrl}${AUTH_PATH}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(request.body ?? {}),
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
  const text = (await answer.text()) || '{}';
  if (!answer.ok) return reply.send(text);
  // A known and an unknown address answer with the same words, and no session's secret stands in a body.
  const { twoFactorRedirect, twoFactorMethods = [] } = (JSON.parse(text) ?? {}) as {
    twoFactorRedirect?: boolean;
    twoFactorMethods?: string[];
  };
  return reply.send(
    JSON.stringify(
      path === '/sign-in/email' && twoFactorRedirect
        ? { twoFactorRedirect, twoFactorMethods: [...twoFactorMethods, 'passkey'] }
        : { success: true },
    ),
  );
}
