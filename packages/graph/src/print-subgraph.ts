import {
  Kind,
  graphqlSync,
  parse,
  print,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { sortDocument } from './sort-document.ts';

const ADDED_FIELDS = new Set(['_entities', '_service']);
const ADDED_TYPES = /^(_Any|_Entity|_Service|federation__.*|link__.*)$/;

/** Without what the federation library adds to every subgraph: composition knows it. */
function withoutLibraryParts(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    // The services declare no directives of their own.
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return [];
    if ('name' in node && node.name && ADDED_TYPES.test(node.name.value)) return [];
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [node];
    const fields = node.fields?.filter(({ name }) => !ADDED_FIELDS.has(name.value)) ?? [];
    return fields.length ? [{ ...node, fields }] : [];
  });
  return { ...document, definitions };
}

/**
 * The SDL of a built subgraph schema as composition reads it: with federation directives, without the fields the
 * federation library adds. The order is stable, whatever order the resolvers were loaded in.
 * @throws when the schema is not a subgraph (has no `_service`).
 */
export function printSubgraph(schema: GraphQLSchema): string {
  const { data, errors } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  const sdl = (data as { _service?: { sdl?: string } } | null | undefined)?._service?.sdl;
  if (!sdl)
    throw new Error('The schema is not a subgraph: it does not answer _service.sdl', { cause: errors?.[0] });
  return `${print(sortDocument(withoutLibraryParts(parse(sdl, { noLocation: true }))))}\n`;
}
