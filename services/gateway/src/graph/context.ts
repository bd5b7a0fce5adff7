import type { RequestContext } from '@lapor/subgraph';
import type { Tokens, Viewer } from '@lapor/viewer';

/** What one request carries through the plan; made once, shared by all its fetches. */
export interface GraphContext extends RequestContext {
  /** Of each in-process subgraph, made at its first fetch so that its loaders serve the whole request. */
  readonly subgraphContexts: Map<string, unknown>;
  /** Subgraphs that did not answer in this request: they are not asked (and waited for) again. */
  readonly unavailable: Set<string>;
  /** Milliseconds of `performance.now()` after which no subgraph is waited for. */
  readonly deadline: number;
  /** The viewer signed for remote subgraphs; signed at most once. */
  viewerToken(): Promise<string>;
  /** Fetches made so far, for the request's log line. An object, for Apollo copies the context. */
  readonly count: { fetches: number };
}

/** No request waits longer than this for all its subgraphs together, however many fetches follow each other. */
const REQUEST_BUDGET_MILLISECONDS = 4_500;

export function createGraphContext(viewer: Viewer, requestId: string, tokens: Tokens): GraphContext {
  let token: Promise<string> | undefined;
  return {
    viewer,
    requestId,
    subgraphContexts: new Map(),
    unavailable: new Set(),
    deadline: performance.now() + REQUEST_BUDGET_MILLISECONDS,
    viewerToken: () => (token ??= tokens.signViewer(viewer)),
    count: { fetches: 0 },
  };
}
