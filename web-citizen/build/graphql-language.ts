// Stands in for `@0no-co/graphql.web` in the browser: what is left of the GraphQL language once all documents are
// compiled (documents.ts). urql asks for these four names only.

export const Kind = {
  NAME: 'Name',
  DOCUMENT: 'Document',
  FIELD: 'Field',
  OPERATION_DEFINITION: 'OperationDefinition',
  FRAGMENT_DEFINITION: 'FragmentDefinition',
};

export class GraphQLError extends Error {
  override name = 'GraphQLError';
  nodes: unknown;
  source: unknown;
  positions: unknown;
  path: unknown;
  originalError: unknown;
  extensions: Record<string, unknown>;
  constructor(
    message: string,
    nodes?: unknown,
    source?: unknown,
    positions?: unknown,
    path?: unknown,
    originalError?: unknown,
    extensions?: Record<string, unknown>,
  ) {
    super(message);
    this.nodes = nodes;
    this.source = source;
    this.positions = positions;
    this.path = path;
    this.originalError = originalError;
    this.extensions = extensions ?? {};
  }
}

interface Compiled {
  loc: { source: { body: string } };
}

export const print = (document: Compiled): string => document.loc.source.body;

export function parse(): never {
  throw new Error('Documents are compiled at build time; write them in a *.graphql.ts file');
}
