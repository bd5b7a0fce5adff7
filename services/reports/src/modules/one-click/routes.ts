import type { FastifyInstance } from 'fastify';
import { limitRate } from '../rate-limit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { donePage, questionPage, sendPage, type PageText } from './page.ts';

const ATTEMPTS_PER_SOURCE = { count: 60, seconds: 600 };

/** Something that the link of a mail ends. */
export interface OneClick {
  /** Below `/notifications`; the token follows. */
  path: string;
  question: PageText;
  done: PageText;
  /** Ends it; a token that is none of ours does nothing. */
  end(token: string): Promise<unknown>;
}

/**
 * `/notifications/<path>/:token`: a page without scripts that asks, and the one click of RFC 8058 that does. A token that is none of
 * ours is answered like one that is.
 */
export async function oneClickRoutes(
  server: FastifyInstance,
  deps: ReportsDependencies,
  { path, question, done, end }: OneClick,
): Promise<void> {
  const address = `/notifications/${path}/:token`;
  const asked = questionPage(question);
  const told = donePage(done);
  await server.register(async (scope) => {
    // `List-Unsubscribe=One-Click`, or an empty form: nothing in it is read.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'],
      { parseAs: 'string', bodyLimit: 1_000 },
      (_request, _body, parsed) => parsed(null, null),
    );
    scope.get(address, (_request, reply) => sendPage(reply, asked));
    scope.post<{ Params: { token: string } }>(address, async (request, reply) => {
      const limited = await limitRate(deps, 'unsubscribe', request.viewer?.source, ATTEMPTS_PER_SOURCE);
      if (limited?.type === 'tooMany')
        return reply.code(429).header('retry-after', limited.retryAfterSeconds).send();
      await end(request.params.token);
      return sendPage(reply, told);
    });
  });
}
