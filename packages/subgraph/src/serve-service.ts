import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { DeliveredEvent } from '@lapor/events';
import type { Logger } from '@lapor/logging';
import { PUBLIC_VIEWER, type Tokens } from '@lapor/viewer';
import type { Service } from './service.ts';

export interface ServeOptions {
  service: Service;
  tokens: Tokens;
  logger: Logger;
  port: number;
  /** Default 127.0.0.1; a container wants 0.0.0.0. */
  host?: string;
}

const bearer = (header: string | undefined) => (header?.startsWith('Bearer ') ? header.slice(7) : '');

/**
 * Serves one service in a process of its own: `/graphql` for the gateway (viewer from a signed token), `/internal/*` for other
 * services, `/health/*`, and its routes under the platform's origin, which the gateway forwards.
 */
export async function serveService({
  service,
  tokens,
  logger,
  port,
  host = '127.0.0.1',
}: ServeOptions): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: 'idle',
  });
  server.decorateRequest('viewer');
  server.addHook('onRequest', async (request) => {
    request.viewer = (await tokens.verifyViewer(bearer(request.headers.authorization))) ?? PUBLIC_VIEWER;
  });
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await service.ready();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
  await server.register(async (internal) => {
    internal.addHook('onRequest', async (request, reply) => {
      const caller = await tokens.verifyService(bearer(request.headers.authorization));
      if (!caller) return reply.code(401).send({ error: 'unauthorised' });
      (request as { caller?: string }).caller = caller;
    });
    internal.post<{ Body: { events: DeliveredEvent[] } }>('/internal/events', (request) =>
      service.receiveEvents((request as { caller?: string }).caller!, request.body.events),
    );
    internal.get('/internal/health', () => service.health());
    await service.internalRoutes?.(internal);
  });
  const { subgraph } = service;
  if (subgraph) {
    const apollo = new ApolloServer<any>({
      schema: subgraph.schema,
      plugins: [
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        fastifyApolloDrainPlugin(server),
      ],
      includeStacktraceInErrorResponses: false,
      introspection: false,
      csrfPrevention: false,
      // The service's own main decides when to stop.
      stopOnTerminationSignals: false,
    });
    await apollo.start();
    server.post(
      '/graphql',
      fastifyApolloHandler(apollo, {
        context: async (request) =>
          subgraph.createContext({
            viewer: request.viewer,
            requestId: String(request.headers['x-request-id'] ?? request.id),
          }),
      }),
    );
  }
  await service.routes?.(server);
  await server.listen({ port, host });
  return server;
}
