import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '@lapor/viewer';

/** A stream lasts for minutes, a session may end in between. */
const STREAM_CHECK_MILLISECONDS = 60_000;

/** Who somebody is and what it may, without what changes by itself with the day. */
const identityOf = ({ kind, accountId, apiKey, posts, reportGrants, handOverGrants }: Viewer): string =>
  JSON.stringify([kind, accountId, apiKey?.id, posts, reportGrants, handOverGrants]);

/**
 * Ends a stream of events when whoever opened it is somebody else by now: signed out, suspended, without a post, with a code that ran out.
 * The page asks again, and is judged as everybody who asks. Where nobody can be asked at the moment, the stream goes on.
 */
export function watchStreams(
  scope: FastifyInstance,
  viewerOf: (request: FastifyRequest) => Promise<Viewer>,
  everyMilliseconds = STREAM_CHECK_MILLISECONDS,
): void {
  const watch = (request: FastifyRequest, reply: FastifyReply) => {
    const opened = identityOf(request.viewer);
    const timer = setInterval(async () => {
      try {
        if (identityOf(await viewerOf(request)) !== opened) reply.raw.destroy();
      } catch (error) {
        if ((error as { statusCode?: unknown }).statusCode === 401) reply.raw.destroy();
      }
    }, everyMilliseconds).unref();
    reply.raw.once('close', () => clearInterval(timer));
  };
  scope.addHook('onSend', async (request, reply) => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) watch(request, reply);
  });
}
