import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { badInput, type Outcome, type Refusal } from './outcome.ts';
import type { Operator } from './policy.ts';

export const DESK_PATH = '/channels/desk';
export const LARGEST_BODY_BYTES = 32_768;

/** The guard has looked already. */
export const operatorOf = (request: FastifyRequest): Operator => request.viewer as Operator;

/** Names each field at fault, never what stood there. */
export const faultsOf = (error: z.ZodError): Refusal =>
  badInput(...error.issues.map(({ path, message }) => ({ path: path.join('.') || 'body', message })));

/** Says what became of a wish. */
export const send = (reply: FastifyReply, outcome: Outcome<unknown>): FastifyReply =>
  outcome.ok ? reply.send(outcome.value) : refuse(reply, outcome);

/** Says why something was not done. */
export function refuse(
  reply: FastifyReply,
  { status, code, message, fields, retryAfterSeconds }: Refusal,
): FastifyReply {
  if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).send({ code, message, ...(fields ? { fields } : {}) });
}
