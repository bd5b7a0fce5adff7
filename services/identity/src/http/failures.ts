import type { FastifyReply } from 'fastify';

const CONNECTION_LOST = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|08|57P0|53300)/;

/** An answer without a word of the failure; a database that is away is worth another try. */
export function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isAway = CONNECTION_LOST.test(String(code)) || /timeout|terminated/i.test(String(message));
  reply.header('content-type', 'application/json; charset=utf-8');
  return isAway
    ? reply
        .code(503)
        .header('retry-after', '5')
        .send({ code: 'UNAVAILABLE', message: 'Try again in a moment' })
    : reply.code(500).send({ code: 'INTERNAL', message: 'Something went wrong' });
}
