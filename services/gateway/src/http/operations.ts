import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '@lapor/clock';
import type { ServiceHealth } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import { within } from '../graph/timed.ts';

/** Asks each service how its jobs, outbox and waiting work do. */
export type SystemHealth = () => readonly { name: string; health: Promise<ServiceHealth> }[];

const TIMEOUT_MILLISECONDS = 3_000;

interface OperationsOptions {
  systemHealth: SystemHealth;
  viewerOf(request: FastifyRequest): Promise<Viewer>;
  clock: Clock;
}

/** In person and in office; a key operates nothing. */
const operates = (viewer: Viewer): boolean =>
  viewer.kind === 'officer' && !viewer.apiKey && viewer.posts.some(({ role }) => role === 'NATIONAL_ADMIN');

/**
 * `GET /operations/health`, for national admins: per service whether it answers, its jobs, what waits for each subscriber of its events,
 * and other work in its rows. Counts, times and codes; for everybody else there is no such thing.
 */
export function operationsRoutes(
  server: FastifyInstance,
  { systemHealth, viewerOf, clock }: OperationsOptions,
): void {
  server.get('/operations/health', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!operates(await viewerOf(request)))
      return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing.' });
    const services = await Promise.all(
      systemHealth().map(async ({ name, health }) => {
        const found = await within(TIMEOUT_MILLISECONDS, health).catch((error: unknown) => {
          request.log.warn({ service: name, err: error }, 'A service does not say how it does');
          return null;
        });
        return { name, answers: found !== null, ...(found ?? { jobs: [], outbox: [], waiting: [] }) };
      }),
    );
    return { checkedAt: clock.now().toISOString(), services };
  });
}
