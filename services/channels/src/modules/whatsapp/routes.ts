import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noteReceipt } from '../delivery/index.ts';
import { takeIn, type Door, type DoorDeps } from '../door/index.ts';
import { isSameText, nameOfMessage, rawBodies, readJson } from '../provider/index.ts';
import { WHATSAPP } from './carrier.ts';
import { filesIn, message, placeIn, textIn, type Message } from './read-message.ts';
import type { WhatsApp } from './whatsapp.ts';

const LARGEST_BODY_BYTES = 1_048_576;

/** A callback, as far as it is read (Cloud API, "Webhooks": `messages`). */
const callback = z.object({
  entry: z
    .array(
      z.object({
        changes: z
          .array(
            z.object({
              value: z.object({
                metadata: z.object({ phone_number_id: z.string() }).optional(),
                messages: z.array(z.unknown()).max(200).optional(),
                statuses: z
                  .array(z.object({ id: z.string().min(1).max(200), status: z.string() }))
                  .max(200)
                  .optional(),
              }),
            }),
          )
          .max(50),
      }),
    )
    .max(50),
});

const ARRIVED: Readonly<Record<string, boolean>> = { delivered: true, read: true, failed: false };

/** `/channels/whatsapp`: `GET` answers the challenge when the callback is set up, `POST` takes messages and what became of ours. */
export async function whatsappRoutes(
  server: FastifyInstance,
  deps: DoorDeps & { door: Door },
  whatsapp: WhatsApp,
): Promise<void> {
  await server.register(async (scope) => {
    rawBodies(scope, LARGEST_BODY_BYTES);
    scope.get<{ Querystring: Record<string, unknown> }>('/channels/whatsapp', async ({ query }, reply) => {
      const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
      const isOurs =
        mode === 'subscribe' && typeof token === 'string' && isSameText(token, whatsapp.verifyToken);
      if (!isOurs || typeof challenge !== 'string' || !/^[\w-]{1,100}$/.test(challenge))
        return reply.code(403).send({ code: 'FORBIDDEN', message: 'The verify token is another' });
      return reply.type('text/plain').header('cache-control', 'no-store').send(challenge);
    });
    scope.post('/channels/whatsapp', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSigned(whatsapp.appSecret, request.headers['x-hub-signature-256'], body))
        return reply
          .code(401)
          .send({ code: 'UNAUTHENTICATED', message: 'The signature is missing or wrong' });
      const read = callback.safeParse(readJson(body));
      if (!read.success)
        return reply.code(400).send({ code: 'BAD_USER_INPUT', message: 'Send a callback of the Cloud API' });
      for (const { value } of read.data.entry.flatMap(({ changes }) => changes)) {
        if (value.metadata?.phone_number_id !== whatsapp.phoneId) continue;
        for (const { id, status } of value.statuses ?? []) {
          const arrived = ARRIVED[status];
          if (arrived !== undefined)
            await noteReceipt(deps.database, {
              provider: WHATSAPP,
              messageIds: [nameOfMessage(whatsapp.appSecret, id)],
              arrived,
              at: deps.clock.now(),
            });
        }
        for (const one of value.messages ?? []) {
          const known = message.safeParse(one);
          if (known.success) await take(deps, known.data, (id) => nameOfMessage(whatsapp.appSecret, id));
        }
      }
      // What one sender writes too much of holds up nobody else.
      return { taken: true };
    });
  });
}

async function take(
  deps: DoorDeps & { door: Door },
  one: Message,
  nameOf: (id: string) => string,
): Promise<void> {
  const own = nameOf(one.id);
  const answered = one.context?.id;
  await takeIn(deps, deps.door, {
    providerMessageId: own,
    from: one.from,
    text: textIn(one),
    files: filesIn(one),
    names: { own, answers: answered ? nameOf(answered) : null, changes: null, album: null },
    place: placeIn(one),
    isRefusedInFlood: true,
  });
}

/** `sha256=` and HMAC-SHA-256 of the very bytes, hexadecimal. */
export const signatureOf = (secret: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

function isSigned(secret: string, given: string | string[] | undefined, body: Uint8Array): boolean {
  const expected = Buffer.from(signatureOf(secret, body));
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
