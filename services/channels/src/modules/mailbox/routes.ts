import type { FastifyInstance, FastifyReply } from 'fastify';
import { MAILBOX_POLICY, mailboxPage } from './page.ts';
import type { Mailbox } from './repository.ts';

type Query = { Querystring: { to?: string | string[] } };

const addressOf = (to: string | string[] | undefined) => (typeof to === 'string' ? to.slice(0, 254) : '');

const guarded = (reply: FastifyReply) =>
  reply.headers({
    'cache-control': 'no-store',
    'content-security-policy': MAILBOX_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });

/** `/mailbox` for people, `/mailbox/messages` (JSON) for tests; both take `?to=<address>`. */
export async function mailboxRoutes(server: FastifyInstance, mailbox: Mailbox): Promise<void> {
  server.get<Query>('/mailbox', async (request, reply) => {
    const to = addressOf(request.query.to);
    return guarded(reply)
      .type('text/html; charset=utf-8')
      .send(mailboxPage(await mailbox.list(to), to));
  });
  server.get<Query>('/mailbox/messages', async (request, reply) =>
    guarded(reply).send({ messages: await mailbox.list(addressOf(request.query.to)) }),
  );
}
