import type { FastifyInstance } from 'fastify';

/** What a request to the graph adds to its log line. Names and counts, never variables. */
export interface GraphLog {
  operation: string | null;
  kind: string | null;
  fetches: number;
  codes: string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the graph's route. */
    graph: GraphLog | null;
  }
}

/** One line for each request: the route's pattern instead of its address, which may hold a report's number. */
export function logRequests(server: FastifyInstance): void {
  server.decorateRequest('graph', null);
  server.addHook('onResponse', async (request, reply) => {
    const { graph } = request;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'page',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...(graph
          ? {
              // A client chooses the name: enough to recognise ours, too short to carry anything.
              operation: graph.operation?.slice(0, 64) ?? null,
              kind: graph.kind,
              fetches: graph.fetches,
              errors: graph.codes,
            }
          : {}),
      },
      'request',
    );
  });
}
