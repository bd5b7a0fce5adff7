import {
  ValuesOfCorrectTypeRule,
  type GraphQLError,
  execute,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Subgraph } from '@lapor/subgraph';
import type { GraphContext } from './context.ts';
import type { SubgraphRequest, SubgraphResult } from './data-source.ts';

type Prepared = { document: DocumentNode } | { errors: readonly GraphQLFormattedError[] };

const CACHED_CHARACTERS = 8_000_000;

/** The planner writes valid documents; only literals of custom scalars are the client's, and the subgraph alone can judge them. */
function toldErrors(errors: readonly GraphQLError[], schema: GraphQLSchema, document: DocumentNode) {
  const isClients = validate(schema, document, [ValuesOfCorrectTypeRule]).length === errors.length;
  return errors.map(({ message }) => ({
    message,
    extensions: { code: isClients ? 'BAD_USER_INPUT' : 'INTERNAL' },
  }));
}

/** Parses and validates each text of the planner once; the stock local data source does so on every fetch. */
function createPreparer(schema: GraphQLSchema) {
  const prepared = new LRUCache<string, Prepared>({
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: (_value, text) => text.length + 1,
  });
  return (text: string): Prepared => {
    const known = prepared.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    const errors = validate(schema, document);
    const made = errors.length ? { errors: toldErrors(errors, schema, document) } : { document };
    prepared.set(text, made);
    return made;
  };
}

/** Executes a subgraph in this process, with one context of its own per request. */
export function askLocally({ name, schema, createContext }: Subgraph) {
  const prepare = createPreparer(schema);
  return async (
    { query, variables, operationName }: SubgraphRequest,
    context: GraphContext,
  ): Promise<SubgraphResult> => {
    const prepared = prepare(query);
    if ('errors' in prepared) return prepared;
    let contextValue = context.subgraphContexts.get(name);
    if (contextValue === undefined) {
      contextValue = createContext({ viewer: context.viewer, requestId: context.requestId });
      context.subgraphContexts.set(name, contextValue);
    }
    return (await execute({
      schema,
      document: prepared.document,
      variableValues: variables,
      operationName: operationName ?? null,
      contextValue,
    })) as SubgraphResult;
  };
}
