import type { FastifyRequest } from 'fastify';
import type { Tokens } from '@lapor/viewer';
import type { PublicAnswers } from '../answers/public-answers.ts';
import { createGraphContext } from '../graph/context.ts';
import type { Graph, GraphAnswer } from '../graph/graph.ts';
import type { ReadsAtOnce } from '../guard/reads-at-once.ts';
import type { createViewerReader } from '../http/viewer.ts';
import type { PublicGraph } from './page-server.ts';

interface VisitorGraphsOptions {
  graph: Graph;
  tokens: Tokens;
  readViewer: ReturnType<typeof createViewerReader>;
  publicAnswers: PublicAnswers;
  readsAtOnce: ReadsAtOnce;
}

/**
 * What of an answer can be shown, as it would be on the wire: parts may be missing, but what nothing came of at all was not
 * answered.
 */
export function readable({ data, errors }: GraphAnswer): Record<string, unknown> | null {
  if (!data) return null;
  const isEmpty = Object.values(data).every((value) => value === null || value === undefined);
  return errors.length > 0 && isEmpty ? null : (JSON.parse(JSON.stringify(data)) as Record<string, unknown>);
}

/**
 * The graph as a visitor of a page without script has it: nobody's session, the visitor's own network for limits, and the right
 * to one report if there is a grant. A question that finds no place among those of its network is one that was not answered: the page
 * keeps what was typed and asks to try again.
 */
export const visitorGraphs =
  ({ graph, tokens, readViewer, publicAnswers, readsAtOnce }: VisitorGraphsOptions) =>
  (request: FastifyRequest, grant: string | null): PublicGraph =>
  async (query, variables) => {
    const viewer = await readViewer(grant ? { 'report-grant': grant } : {}, request.ip);
    const context = createGraphContext(viewer, String(request.id), tokens);
    const isChange = /^\s*mutation\b/.test(query);
    if (isChange) publicAnswers.noteChange(viewer);
    const leave = isChange ? () => {} : readsAtOnce.enter(viewer);
    if (!leave) return null;
    const answer = await graph.run({ query, variables }, context).finally(leave);
    if (isChange) publicAnswers.noteChange(viewer);
    // Codes alone: a message may quote what somebody typed.
    if (answer.errors.length > 0)
      request.log.warn(
        { codes: [...new Set(answer.errors.map(({ extensions }) => String(extensions?.code ?? 'NONE')))] },
        'the graph did not answer a page in full',
      );
    return readable(answer);
  };
