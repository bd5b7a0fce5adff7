import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Viewer } from '@lapor/viewer';
import type { ReportsDependencies } from '../report/index.ts';
import { withPostsOfNow } from '../officer/index.ts';
import { admit, type Admitted } from './admit.ts';
import type { Hub } from './hub.ts';
import { openStream } from './stream.ts';
import { parseTopics } from './topics.ts';

/** As many pages as somebody looks at; counted in each process. */
const MOST_STREAMS = 3;

interface LiveOptions {
  hub: Hub;
  /** Whether what changes now would be told. */
  isListening(): boolean;
  /** How often an open stream is asked whether it is still its reader's; default a minute. */
  recheckMilliseconds?: number | undefined;
}

/** `GET /live?topics=…`: tells an open page that something changed, and never what. */
export async function liveRoutes(
  server: FastifyInstance,
  deps: ReportsDependencies,
  { hub, isListening, recheckMilliseconds }: LiveOptions,
): Promise<void> {
  const open = new Map<string, number>();
  const ends = new Set<() => void>();

  server.get<{ Querystring: { topics?: string | string[] } }>('/live', async (request, reply) => {
    const { viewer } = request;
    const readers = readersOf(viewer);
    const refuse = (status: number, code: string, message: string) =>
      reply.code(status).header('cache-control', 'no-store').send({ code, message });
    if (readers.length === 0)
      return refuse(401, 'UNAUTHENTICATED', 'Sign in, or open the report by its code');
    if (!isListening()) return refuse(503, 'SERVICE_UNAVAILABLE', 'Nothing would be told now; try again');
    const { topics: asked } = request.query;
    const topics = typeof asked === 'string' ? parseTopics(asked) : null;
    if (!topics) return refuse(400, 'BAD_USER_INPUT', 'These are no topics');
    if (readers.some((reader) => (open.get(reader) ?? 0) >= MOST_STREAMS)) {
      reply.header('retry-after', '60');
      return refuse(429, 'TOO_MANY_REQUESTS', 'Too many pages are told at once');
    }
    // Counted before anything is waited for: many at once are many.
    for (const reader of readers) open.set(reader, (open.get(reader) ?? 0) + 1);
    const leave = () => {
      for (const reader of readers) {
        const left = (open.get(reader) ?? 1) - 1;
        if (left > 0) open.set(reader, left);
        else open.delete(reader);
      }
    };
    let admitted: Admitted | null = null;
    try {
      admitted = await admit(deps, viewer, topics);
    } finally {
      if (!admitted) leave();
    }
    if (!admitted) return refuse(404, 'NOT_FOUND', 'There is nothing here');
    const { versions, withoutWork } = admitted;
    const whenOver = () => {
      ends.delete(end);
      leave();
    };
    const isStillAllowed = async () => {
      const now = await admit(deps, await withPostsOfNow(deps, viewer), topics);
      return now !== null && now.withoutWork.size === withoutWork.size;
    };
    const { stream, end } = openStream(hub, versions, whenOver, withoutWork, {
      isStillAllowed,
      ...(recheckMilliseconds !== undefined && { everyMilliseconds: recheckMilliseconds }),
    });
    ends.add(end);
    return (
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        // Kept alive after its end it would keep the server from stopping.
        .header('connection', 'close')
        .send(stream)
    );
  });

  server.addHook('preClose', async () => {
    for (const end of ends) end();
  });
}

/** For whom streams are counted: an account, else each report whose code was given; empty: nobody in particular. */
function readersOf({ accountId, reportGrants }: Viewer): string[] {
  return accountId !== undefined
    ? [accountId]
    : reportGrants.map((grant) => createHash('sha256').update(grant).digest('hex'));
}
