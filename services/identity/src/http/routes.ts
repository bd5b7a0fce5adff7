import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { systemClock } from '@lapor/clock';
import type { Deps } from '../deps.ts';
import { countAttempt } from '../modules/limits/index.ts';
import { noSessionCookie, sessionCookie, type SessionAccount } from '../modules/sessions/index.ts';
import { fault, tooMany, type HttpAnswer } from './answer.ts';
import { languageOf } from './language.ts';
import { SOURCE_HEADER } from './source.ts';

export const AUTH_PATH = '/auth';
const BODY_LIMIT = 16 * 1024;
const MINUTE = 60;

/** What a handler knows of a request. */
export interface Asked<Body, Session> {
  body: Body;
  session: Session;
  /** Stands for the network it comes from; for limits only. */
  source: string;
  language: 'id' | 'en';
  userAgent: string | undefined;
  cookie: string | undefined;
  /** Where the browser says that the request began: `same-origin`, `none` (typed), `same-site`, `cross-site`; absent in old ones. */
  fetchSite: string | undefined;
}

interface RouteOptions<Body> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/auth`; `:name` stands for a parameter. */
  path: string;
  /** Of body, query and parameters together; parameters win. */
  body?: z.ZodType<Body>;
  /** How often one source, and one account, may ask in a minute; absent: as it likes. Many people share a source (mobile networks): wide. */
  perMinute?: number;
}

/** Our own routes under `/auth`. */
export interface Routes {
  /** Anybody may ask. */
  open<Body>(
    options: RouteOptions<Body>,
    handle: (asked: Asked<Body, SessionAccount | null>) => Promise<HttpAnswer>,
  ): void;
  /** Somebody signed in, also an officer who still has to enrol a second factor. */
  signedIn<Body>(
    options: RouteOptions<Body>,
    handle: (asked: Asked<Body, SessionAccount>) => Promise<HttpAnswer>,
  ): void;
  /** Somebody signed in with everything that is needed. */
  complete<Body>(
    options: RouteOptions<Body>,
    handle: (asked: Asked<Body, SessionAccount>) => Promise<HttpAnswer>,
  ): void;
}

export interface RoutesDeps extends Pick<Deps, 'database' | 'clock' | 'authSecret' | 'publicUrl'> {
  /** The running session behind a cookie header; `null` for none, and for one that still waits for the second factor. */
  sessionOf(cookie: string | undefined): Promise<SessionAccount | null>;
  /** Whether the session has all the rights of its account. */
  isComplete(session: SessionAccount): boolean;
}

const nothing = z.object({}).passthrough();

export function createRoutes(server: FastifyInstance, deps: RoutesDeps): Routes {
  const add = <Body, Session>(
    { method, path, body, perMinute }: RouteOptions<Body>,
    admit: (session: SessionAccount | null) => Session | HttpAnswer,
    handle: (asked: Asked<Body, Session>) => Promise<HttpAnswer>,
  ) =>
    server.route({
      method,
      url: AUTH_PATH + path,
      bodyLimit: BODY_LIMIT,
      handler: async (request, reply) => {
        const source = sourceOf(request);
        const waitFor = (key: string) =>
          perMinute === undefined
            ? null
            : countAttempt(deps, key, { purpose: `${method} ${path}`, attempts: perMinute, seconds: MINUTE });
        const seconds = await waitFor(source);
        if (seconds !== null) return sendAnswer(reply, tooMany(seconds), deps);
        const { cookie, 'user-agent': userAgent, 'accept-language': languages } = request.headers;
        const session = await deps.sessionOf(cookie);
        const admitted = admit(session);
        if (isAnswer(admitted)) return sendAnswer(reply, admitted, deps);
        // From however many sources somebody comes with one account.
        const ownSeconds = session && (await waitFor(`account ${session.accountId}`));
        if (ownSeconds !== null) return sendAnswer(reply, tooMany(ownSeconds), deps);
        const parsed = (body ?? nothing).safeParse({
          ...(request.query as object),
          ...(isObject(request.body) ? request.body : {}),
          ...(request.params as object),
        });
        if (!parsed.success)
          return sendAnswer(reply, fault(400, 'INPUT_INVALID', faultOf(parsed.error)), deps);
        const answer = await handle({
          body: parsed.data as Body,
          session: admitted,
          source,
          language: languageOf(languages),
          userAgent,
          cookie,
          fetchSite: headerOf(request, 'sec-fetch-site'),
        });
        return sendAnswer(reply, answer, deps);
      },
    });
  const signedOut = fault(401, 'UNAUTHORIZED', 'Sign in first');
  return {
    open: (options, handle) => void add(options, (session) => session, handle),
    signedIn: (options, handle) => void add(options, (session) => session ?? signedOut, handle),
    complete: (options, handle) =>
      void add(options, (session) => (session && deps.isComplete(session) ? session : signedOut), handle),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isAnswer = (value: unknown): value is HttpAnswer => isObject(value) && 'status' in value;

/** Which fields are at fault, never what was in them. */
const faultOf = (error: z.ZodError): string =>
  `Not valid: ${[...new Set(error.issues.map(({ path }) => path.join('.') || 'body'))].join(', ')}`;

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** What stands for the network of a request. */
export const sourceOf = (request: FastifyRequest): string => headerOf(request, SOURCE_HEADER) ?? request.ip;

/** Sends an answer of ours with its cookies. */
export function sendAnswer(
  reply: FastifyReply,
  answer: HttpAnswer,
  deps: Pick<Deps, 'publicUrl' | 'authSecret'>,
): FastifyReply {
  reply.code(answer.status).headers(answer.headers ?? {});
  for (const line of answer.cookies ?? []) reply.header('set-cookie', line);
  if (answer.session === 'ended') reply.header('set-cookie', noSessionCookie(deps));
  else if (answer.session) reply.header('set-cookie', sessionCookie(deps, answer.session, systemClock.now()));
  if (answer.body === undefined) return reply.send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer.body));
}
