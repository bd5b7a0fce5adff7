import proxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tokens, Viewer } from '@lapor/viewer';
import { watchStreams } from './watch-streams.ts';

/** HTTP routes of a service under the platform's origin. */
export type ServiceRoutes =
  | { kind: 'local'; register: (server: FastifyInstance) => Promise<void> }
  /** `prefixes` as clients see them and as the service has them (`/files`); nothing else of it can be reached. */
  | {
      kind: 'remote';
      prefixes: readonly string[];
      url: string;
      /** Only the service that owns the sessions may see the session cookie. */
      seesCookies?: boolean;
      /** Answers are streams that last for minutes: each has a connection of its own, and they are cut off at the end. */
      staysOpen?: boolean;
    };

export interface ServiceRoutesOptions {
  routes: readonly ServiceRoutes[];
  tokens: Tokens;
  viewerOf(request: FastifyRequest): Promise<Viewer>;
  /** Uploads over a slow network take their time. */
  timeoutMilliseconds: number;
  /** How often whoever reads a stream is asked who it is; default a minute. */
  streamCheckMilliseconds?: number | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Signed viewer for a service in a process of its own. */
    viewerToken: string;
  }
}

/** Headers by which the parts of the platform talk to each other; from a client they are a trick. */
const INTERNAL_HEADERS = ['x-viewer', 'x-lapor-viewer', 'x-lapor-source', 'x-forwarded-user'] as const;

/** Mounts the services' routes with `request.viewer` set, in this process or by passing on to theirs. */
export async function serviceRoutes(
  server: FastifyInstance,
  { routes, tokens, viewerOf, timeoutMilliseconds, streamCheckMilliseconds }: ServiceRoutesOptions,
): Promise<void> {
  watchStreams(server, viewerOf, streamCheckMilliseconds);
  server.addHook('onRequest', async (request) => {
    request.viewer = await viewerOf(request);
    for (const name of INTERNAL_HEADERS) delete request.headers[name];
    request.headers['x-lapor-source'] = request.viewer.source;
  });
  for (const place of routes) {
    if (place.kind === 'local') {
      await server.register(async (scope) => place.register(scope));
      continue;
    }
    await server.register(async (scope) => {
      scope.addHook('onRequest', async (request) => {
        request.viewerToken = await tokens.signViewer(request.viewer);
      });
      if (place.staysOpen) cutOffAtTheEnd(scope);
      for (const prefix of place.prefixes) {
        await scope.register(proxy, {
          upstream: place.url,
          prefix,
          rewritePrefix: prefix,
          undici: {
            // `null`: as many as it takes.
            connections: place.staysOpen ? null : 64,
            headersTimeout: timeoutMilliseconds,
            bodyTimeout: timeoutMilliseconds,
            connect: { timeout: 3_000 },
          },
          disableRequestLogging: true,
          replyOptions: {
            rewriteRequestHeaders: (request, { cookie, ...headers }) => ({
              ...headers,
              ...(place.seesCookies && cookie ? { cookie } : {}),
              authorization: `Bearer ${(request as unknown as FastifyRequest).viewerToken}`,
              'x-request-id': String(request.id),
            }),
            onError: (reply, { error }) => {
              reply.log.error({ err: error }, 'a service did not answer');
              void reply.code(503).send({
                code: 'SERVICE_UNAVAILABLE',
                message: 'A part of the service does not answer; try again',
                requestId: reply.request.id,
              });
            },
          },
        });
      }
    });
  }
}

/** Streams would keep the server from closing until it is forced to. */
function cutOffAtTheEnd(scope: FastifyInstance): void {
  const open = new Set<FastifyReply>();
  scope.addHook('onRequest', async (_request, reply) => {
    open.add(reply);
    reply.raw.once('close', () => open.delete(reply));
  });
  scope.addHook('preClose', async () => {
    for (const reply of open) reply.raw.destroy();
  });
}
