import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noteReceipt, OWN_NAMES } from '../delivery/index.ts';
import { takeIn, type DoorDeps } from '../door/index.ts';
import { smsDoor } from './door.ts';
import { isSigned } from './signature.ts';

const LARGEST_BODY_BYTES = 16_384;

/** What the gateway of an operator brings; long messages come joined. */
const callback = z.object({
  /** The gateway's own: what comes twice is dropped. */
  messageId: z.string().trim().min(1).max(200),
  /** A number as the operator writes it, or the name of a sender that has none. */
  from: z.string().trim().min(1).max(30),
  text: z.string().max(4_000),
});

const one = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

/** What the gateway tells of a message that it took. */
const receipt = z.strictObject({
  /** Ours, with which it was handed over. */
  id: z.string().trim().min(1).max(100),
  state: z.enum(['ARRIVED', 'NOT_ARRIVED']),
});

/**
 * `POST /channels/sms`: a signed callback with one message, answered as soon as it is durable; absent while that door is shut.
 * `POST /channels/sms/receipts`: what became of a message that we handed over.
 */
export async function smsRoutes(
  server: FastifyInstance,
  deps: DoorDeps,
  { secrets, isOpen }: { secrets: readonly string[]; isOpen: boolean },
): Promise<void> {
  await server.register(async (scope) => {
    // The signature is over the very bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LARGEST_BODY_BYTES },
      (_request, body, done) => done(null, body),
    );
    /** The body of a signed request; answers all others itself. */
    function signedBody(request: FastifyRequest, reply: FastifyReply): Buffer | null {
      reply.header('cache-control', 'no-store');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signed = {
        timestamp: one(request.headers['x-lapor-timestamp']),
        signature: one(request.headers['x-lapor-signature']),
      };
      // Nobody without the secret learns what a message looks like.
      if (isSigned(secrets, signed, body, deps.clock.now())) return body;
      void reply.code(401).send({
        code: 'UNAUTHENTICATED',
        message: 'The signature is missing, wrong, or older than five minutes',
      });
      return null;
    }
    if (isOpen)
      scope.post('/channels/sms', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
        const body = signedBody(request, reply);
        if (!body) return reply;
        const message = callback.safeParse(parsed(body));
        if (!message.success)
          return reply.code(400).send(badInput(message.error, '{ messageId, from, text }'));
        const { messageId: providerMessageId, from, text } = message.data;
        const taken = await takeIn(deps, smsDoor, { providerMessageId, from, text });
        if (taken.kind === 'FLOOD')
          return reply.code(429).header('retry-after', String(taken.retryAfterSeconds)).send({
            code: 'TOO_MANY_REQUESTS',
            message: 'Too many messages of one sender; bring it again later',
          });
        return reply.code(202).send({ taken: true });
      });
    scope.post('/channels/sms/receipts', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      const body = signedBody(request, reply);
      if (!body) return reply;
      const told = receipt.safeParse(parsed(body));
      if (!told.success)
        return reply.code(400).send(badInput(told.error, '{ id, state: ARRIVED or NOT_ARRIVED }'));
      const { id, state } = told.data;
      await noteReceipt(deps.database, {
        provider: OWN_NAMES,
        messageIds: [id],
        arrived: state === 'ARRIVED',
        at: deps.clock.now(),
      });
      // A known id and an unknown one look alike.
      return reply.code(202).send({ taken: true });
    });
  });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
}

/** Names each field at fault and says what would be right; never what stood there. */
const badInput = (error: z.ZodError, shape: string) => ({
  code: 'BAD_USER_INPUT',
  message: `Send JSON: ${shape}`,
  fields: error.issues.map(({ path, message }) => ({ path: path.join('.') || 'body', message })),
});
