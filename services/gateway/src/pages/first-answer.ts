import type { FastifyRequest } from 'fastify';
import type { Tokens } from '@lapor/viewer';
import { asksAsNobody } from '../answers/asks-as-nobody.ts';
import type { PublicAnswers } from '../answers/public-answers.ts';
import { createGraphContext } from '../graph/context.ts';
import type { Graph } from '../graph/graph.ts';
import type { KnownDocument } from '../guard/persisted.ts';
import { readGraphqlBody } from '../http/graphql-body.ts';
import { textOf } from '../http/graphql-route.ts';
import type { createViewerReader } from '../http/viewer.ts';
import type { FirstAnswer } from './page-server.ts';

interface FirstAnswersOptions {
  graph: Graph;
  tokens: Tokens;
  persisted: ReadonlyMap<string, KnownDocument>;
  readViewer: ReturnType<typeof createViewerReader>;
  publicAnswers: PublicAnswers;
}

/**
 * What an application would be told if it asked now, for a page that brings it along. Only for whoever sent nothing that could make somebody
 * of them: whose browser holds a session asks for itself. What all readers share is taken from where they share it, and kept there.
 */
export const firstAnswers =
  ({ graph, tokens, persisted, readViewer, publicAnswers }: FirstAnswersOptions) =>
  (request: FastifyRequest): FirstAnswer =>
  async (question) => {
    const viewer = await readViewer({}, request.ip);
    if (!asksAsNobody(request.headers, viewer)) return null;
    const body = readGraphqlBody(JSON.parse(question));
    const document = typeof body === 'string' ? undefined : persisted.get(body.hash ?? '');
    if (typeof body === 'string' || document?.inspection.operations[0]?.kind !== 'query') return null;
    const run = async () => {
      const { data, errors } = await graph.run(
        { query: document.text, variables: body.variables, operationName: body.operationName },
        createGraphContext(viewer, String(request.id), tokens),
      );
      return { status: 200, text: textOf([], data), isShareable: errors.length === 0 };
    };
    const key = publicAnswers.keyOf({ headers: {}, viewer }, document, body);
    const { text, isShareable } = key === null ? await run() : await publicAnswers.answer(key, viewer, run);
    return isShareable ? text : null;
  };
