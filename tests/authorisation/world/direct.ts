import { randomUUID } from 'node:crypto';
import { execute, parse, validate, type DocumentNode } from 'graphql';
import type { Subgraph } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import type { GraphAnswer } from './browser.ts';

/**
 * The way behind the gateway: a mutation is executed by its subgraph for a viewer that the gateway made of a real credential. Tens
 * of thousands of attempts would else spend their time in planning and HTTP, which decide nothing.
 */
export interface DirectWay {
  /** Who the gateway takes the sender of a request for; null when it turns the request away. Nothing else may be asked meanwhile. */
  viewerOf(send: () => Promise<GraphAnswer>): Promise<Viewer | null>;
  execute(viewer: Viewer, document: string, variables: Record<string, unknown>): Promise<GraphAnswer>;
}

/** Call it before the gateway is opened: it listens to the contexts that the gateway asks the first subgraph for. */
export function openDirectWay(subgraphs: readonly [Subgraph, ...Subgraph[]]): DirectWay {
  const [listened] = subgraphs;
  const { createContext } = listened;
  let heard: Viewer | null = null;
  listened.createContext = (request) => {
    heard = request.viewer;
    return createContext(request);
  };
  const prepared = new Map<string, { document: DocumentNode; subgraph: Subgraph }>();
  const prepare = (text: string) => {
    const document = parse(text, { noLocation: true });
    const subgraph = subgraphs.find(({ schema }) => validate(schema, document).length === 0);
    if (!subgraph) throw new Error(`No subgraph executes ${text}`);
    const ready = { document, subgraph };
    prepared.set(text, ready);
    return ready;
  };
  return {
    async viewerOf(send) {
      heard = null;
      const { status, errors } = await send();
      if (status === 401) return null;
      if (heard === null) throw new Error(`The gateway asked nobody: ${status} ${JSON.stringify(errors)}`);
      return heard;
    },
    async execute(viewer, text, variableValues) {
      const { document, subgraph } = prepared.get(text) ?? prepare(text);
      const { data, errors } = await execute({
        schema: subgraph.schema,
        document,
        variableValues,
        contextValue: (subgraph === listened ? createContext : subgraph.createContext)({
          viewer,
          requestId: randomUUID(),
        }),
      });
      return {
        status: 200,
        data: (data ?? null) as GraphAnswer['data'],
        errors: (errors ?? []).map(({ message, path, extensions }) => ({
          code: String(extensions.code ?? 'INTERNAL'),
          path: (path ?? []).join('.'),
          message,
        })),
      };
    },
  };
}
