import type { FastifyInstance } from 'fastify';
import type { Clock } from '@lapor/clock';
import { within } from '../graph/timed.ts';

/** By service: whether it answers through its database. */
export type Readiness = () => Promise<Record<string, boolean>>;

export interface HealthOptions {
  readiness: Readiness;
  isClosing(): boolean;
  clock: Clock;
}

const TIMEOUT_MILLISECONDS = 3_000;

/** What the services are to people, who know no service by its name. */
const PARTS: readonly (readonly [service: string, part: string])[] = [
  ['reports', 'REPORTS'],
  ['sla', 'DEADLINES'],
  ['organisations', 'DIRECTORY'],
  ['identity', 'ACCOUNTS'],
  ['channels', 'MESSAGES'],
];

/**
 * `/health/live` and `/health/ready` for machines; the latter says which services answer and nothing else. `/health/parts` for the
 * page on how the service does: what works at this moment, and since when this process runs. Nothing is kept.
 */
export function healthRoutes(server: FastifyInstance, { readiness, isClosing, clock }: HealthOptions): void {
  const runningSince = clock.now().toISOString();
  // Whoever asks often shares one round of questions.
  let asking: Promise<Record<string, boolean> | null> | undefined;
  const ask = () =>
    (asking ??= within(TIMEOUT_MILLISECONDS, readiness())
      .catch(() => null)
      .finally(() => {
        asking = undefined;
      }));
  server.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  server.get('/health/ready', async (_request, reply) => {
    const services = isClosing() ? null : await ask();
    const isReady = services !== null && Object.values(services).every(Boolean);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ok' : 'unavailable', ...(services ? { services } : {}) });
  });
  server.get('/health/parts', async (_request, reply) => {
    const services = await ask();
    const parts = PARTS.map(([service, part]) => ({ part, works: services?.[service] === true }));
    return reply
      .header('cache-control', 'no-store')
      .send({ checkedAt: clock.now().toISOString(), runningSince, parts });
  });
}
