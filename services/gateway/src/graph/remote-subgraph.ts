import type { Agent } from 'undici';
import type { GraphContext } from './context.ts';
import type { SubgraphRequest, SubgraphResult } from './data-source.ts';

/**
 * Asks a subgraph in a process of its own. The viewer goes as a signed token of five minutes, never as the client's
 * own credentials.
 */
export function askRemotely(url: string, agent: Agent) {
  const target = new URL(url);
  return async (
    request: SubgraphRequest,
    context: GraphContext,
    timeoutMilliseconds: number,
  ): Promise<SubgraphResult> => {
    const { body } = await agent.request({
      origin: target.origin,
      path: target.pathname + target.search,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${await context.viewerToken()}`,
        'x-request-id': context.requestId,
      },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const answer = (await body.json()) as SubgraphResult | null;
    if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer))
      throw new Error('The answer is none of GraphQL');
    return answer;
  };
}
