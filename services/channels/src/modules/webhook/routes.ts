import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Logger } from '@lapor/logging';
import { GraphUnavailable } from '../graph/index.ts';
import { findManaged, listMessages, listWebhooks, messageFilter, webhookFilter } from './list.ts';
import { messageId, replayMessage, testWebhook } from './log.ts';
import {
  changeInput,
  changeWebhook,
  createInput,
  createWebhook,
  keyInput,
  removeWebhook,
  rotateSecret,
  type ManageDeps,
} from './manage.ts';
import { done, invalid, NOT_FOUND, type Outcome } from './outcome.ts';
import { reachOf } from './policy.ts';
import { showWebhook } from './show.ts';

export const WEBHOOKS_PATH = '/channels/webhooks';
const LARGEST_BODY_BYTES = 16_384;

export type RoutesDeps = ManageDeps & { publicUrl: string; logger: Logger; wake(): void };

/** `/channels/webhooks*`: set up, change and look after webhooks (docs/integration.md). */
export async function webhookRoutes(server: FastifyInstance, deps: RoutesDeps): Promise<void> {
  const { database } = deps;
  const ownOrigin = new URL(deps.publicUrl).origin;
  await server.register(async (routes) => {
    // Only JSON: a form on another site cannot send it.
    routes.removeContentTypeParser('text/plain');
    routes.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      const { viewer, method, headers } = request;
      if (!viewer || !reachOf(viewer)) return reply.code(404).send(bodyOf(NOT_FOUND));
      // A browser names the origin with everything but GET; a key is not sent by one.
      if (method !== 'GET' && (viewer.apiKey ? headers.origin !== undefined : headers.origin !== ownOrigin))
        return reply.code(403).send({ code: 'INVALID_ORIGIN', message: 'Invalid origin' });
    });
    routes.setErrorHandler((error: FastifyError, request, reply) => {
      if (error instanceof GraphUnavailable)
        return reply
          .code(503)
          .header('retry-after', '5')
          .send({ code: 'UNAVAILABLE', message: 'Try again in a moment' });
      const status = error.statusCode ?? 500;
      if (status >= 400 && status < 500)
        return reply.code(status).send({ code: 'BAD_REQUEST', message: 'The request cannot be read' });
      deps.logger.error({ requestId: request.id, err: error }, 'A route of webhooks failed');
      return reply
        .code(status === 503 ? 503 : 500)
        .send({ code: 'INTERNAL', message: 'Something went wrong' });
    });

    routes.get(WEBHOOKS_PATH, (request, reply) =>
      asked(reply, webhookFilter, request.query, (filter) => listWebhooks(database, request.viewer, filter)),
    );
    routes.post(WEBHOOKS_PATH, { bodyLimit: LARGEST_BODY_BYTES }, (request, reply) =>
      asked(reply, createInput, request.body, (input) => createWebhook(deps, request.viewer, input), 201),
    );
    routes.get(`${WEBHOOKS_PATH}/:id`, (request, reply) =>
      about(reply, request.params, z.object({}), {}, async (id) => {
        const found = await findManaged(database, request.viewer, id);
        return found ? done(showWebhook(found)) : NOT_FOUND;
      }),
    );
    routes.patch(`${WEBHOOKS_PATH}/:id`, { bodyLimit: LARGEST_BODY_BYTES }, (request, reply) =>
      about(reply, request.params, changeInput, request.body, (id, change) =>
        changeWebhook(deps, request.viewer, id, change),
      ),
    );
    routes.delete(`${WEBHOOKS_PATH}/:id`, (request, reply) =>
      about(reply, request.params, z.object({}), {}, (id) => removeWebhook(deps, request.viewer, id), 204),
    );
    routes.post(`${WEBHOOKS_PATH}/:id/rotate`, { bodyLimit: LARGEST_BODY_BYTES }, (request, reply) =>
      about(reply, request.params, keyInput, request.body, (id, input) =>
        rotateSecret(deps, request.viewer, id, input),
      ),
    );
    routes.post(`${WEBHOOKS_PATH}/:id/test`, { bodyLimit: LARGEST_BODY_BYTES }, (request, reply) =>
      about(reply, request.params, keyInput, request.body, (id, input) =>
        testWebhook(deps, request.viewer, id, input),
      ),
    );
    routes.get(`${WEBHOOKS_PATH}/:id/messages`, (request, reply) =>
      about(reply, request.params, messageFilter, request.query, (id, filter) =>
        listMessages(database, request.viewer, id, filter),
      ),
    );
    routes.post(`${WEBHOOKS_PATH}/messages/:id/replay`, { bodyLimit: LARGEST_BODY_BYTES }, (request, reply) =>
      asked(
        reply,
        z.object({ id: messageId }).transform(({ id }) => id),
        request.params,
        (id) => replayMessage(deps, request.viewer, id),
        202,
        true,
      ),
    );
  });

  async function asked<Shape extends z.ZodType>(
    reply: FastifyReply,
    shape: Shape,
    given: unknown,
    answer: (input: z.output<Shape>) => Promise<Outcome<unknown>>,
    status = 200,
    isAddress = false,
  ): Promise<FastifyReply> {
    const input = shape.safeParse(given ?? {});
    if (!input.success) return refuse(reply, isAddress ? NOT_FOUND : faultsOf(input.error));
    const outcome = await answer(input.data);
    if (!outcome.ok) return refuse(reply, outcome);
    deps.wake();
    return status === 204 ? reply.code(204).send() : reply.code(status).send(outcome.value);
  }

  async function about<Shape extends z.ZodType>(
    reply: FastifyReply,
    params: unknown,
    shape: Shape,
    given: unknown,
    answer: (id: string, input: z.output<Shape>) => Promise<Outcome<unknown>>,
    status = 200,
  ): Promise<FastifyReply> {
    const named = z.object({ id: z.uuid() }).safeParse(params);
    if (!named.success) return refuse(reply, NOT_FOUND);
    return asked(reply, shape, given, (input) => answer(named.data.id, input), status);
  }
}

type Refusal = Extract<Outcome<unknown>, { ok: false }>;

const bodyOf = ({ code, message, fields }: Refusal) => ({ code, message, ...(fields ? { fields } : {}) });
const refuse = (reply: FastifyReply, refusal: Refusal) =>
  reply
    .code(refusal.status)
    .headers(refusal.status === 429 ? { 'retry-after': '3600' } : {})
    .send(bodyOf(refusal));

/** Names each field at fault; never what stood there. */
const faultsOf = (error: z.ZodError) =>
  invalid(error.issues.map(({ path, message }) => ({ path: path.join('.') || 'body', message })));
