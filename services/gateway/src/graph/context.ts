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
  /** A single fetch may take until the deadline. */
  readonly isPatient: boolean;
  /** The viewer signed for remote subgraphs; signed at most once. */
  viewerToken(): Promise<string>;
  /** Fetches made so far, for the request's log line. An object, for Apollo copies the context. */
  readonly count: { fetches: number };
}

/** No request waits longer than this for all its subgraphs together, however many fetches follow each other. */
const REQUEST_BUDGET_MILLISECONDS = 4_500;
/** A file of a thousand lines is a second's work, more on a busy day; whoever sent it waits for what became of it. */
const FILE_BUDGET_MILLISECONDS = 30_000;

/** @param takesFile one fetch may take as long as the whole request. */
export function createGraphContext(
  viewer: Viewer,
  requestId: string,
  tokens: Tokens,
  { takesFile = false }: { takesFile?: boolean | undefined } = {},
): GraphContext {
  let token: Promise<string> | undefined;
  return {
    viewer,
    requestId,
    subgraphContexts: new Map(),
    unavailable: new Set(),
    deadline: performance.now() + (takesFile ? FILE_BUDGET_MILLISECONDS : REQUEST_BUDGET_MILLISECONDS),
    isPatient: takesFile,
    viewerToken: () => (token ??= tokens.signViewer(viewer)),
    count: { fetches: 0 },
  };
}
