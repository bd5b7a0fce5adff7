import type { FastifyInstance } from 'fastify';
import { within } from '../graph/timed.ts';

/** By service: whether it answers through its database. */
export type Readiness = () => Promise<Record<string, boolean>>;

const TIMEOUT_MILLISECONDS = 3_000;

/** `/health/live` and `/health/ready`; the latter says which services answer and nothing else. */
export function healthRoutes(server: FastifyInstance, readiness: Readiness, isClosing: () => boolean): void {
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
}
