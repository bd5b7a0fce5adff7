import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { takeIn, type DoorDeps } from '../door/index.ts';
import { isSigned } from './signature.ts';

/** The channel of `reports`. */
export const SMS = 'SMS';

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

/** `POST /channels/sms`: a signed callback with one message. Answers as soon as it is durable. */
export async function smsRoutes(
  server: FastifyInstance,
  deps: DoorDeps,
  secrets: readonly string[],
): Promise<void> {
  await server.register(async (scope) => {
    // The signature is over the very bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LARGEST_BODY_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.post('/channels/sms', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signed = {
        timestamp: one(request.headers['x-lapor-timestamp']),
        signature: one(request.headers['x-lapor-signature']),
      };
      // Nobody without the secret learns what a message looks like.
      if (!isSigned(secrets, signed, body, deps.clock.now()))
        return reply.code(401).send({
          code: 'UNAUTHENTICATED',
          message: 'The signature is missing, wrong, or older than five minutes',
        });
      const message = callback.safeParse(parsed(body));
      if (!message.success) return reply.code(400).send(badInput(message.error));
      const { messageId: providerMessageId, from, text } = message.data;
      const taken = await takeIn(deps, SMS, { providerMessageId, from, text });
      if (taken.kind === 'FLOOD')
        return reply.code(429).header('retry-after', String(taken.retryAfterSeconds)).send({
          code: 'TOO_MANY_REQUESTS',
          message: 'Too many messages of one sender; bring it again later',
        });
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
const badInput = (error: z.ZodError) => ({
  code: 'BAD_USER_INPUT',
  message: 'Send JSON: { messageId, from, text }',
  fields: error.issues.map(({ path, message }) => ({ path: path.join('.') || 'body', message })),
});
