import { Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

const nameOf = (node: ASTNode): string =>
  'name' in node && node.name && 'value' in node.name ? String(node.name.value) : '';

const byName = <Node extends ASTNode>(nodes: readonly Node[] | undefined): Node[] =>
  [...(nodes ?? [])].sort((a, b) => compare(nameOf(a), nameOf(b)));

// Not localeCompare: the order must not depend on the machine's language.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

// The schema's own extension first, then directives, then types, each by name.
const rank = (kind: string) =>
  kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION
    ? 0
    : kind === Kind.DIRECTIVE_DEFINITION
      ? 1
      : 2;

/** The same schema document in an order that does not depend on the order in which modules were loaded. */
export function sortDocument(document: DocumentNode): DocumentNode {
  const sorted = visit(document, {
    ObjectTypeDefinition: {
      leave: (node) => ({ ...node, interfaces: byName(node.interfaces), fields: byName(node.fields) }),
    },
    InterfaceTypeDefinition: {
      leave: (node) => ({ ...node, interfaces: byName(node.interfaces), fields: byName(node.fields) }),
    },
    InputObjectTypeDefinition: { leave: (node) => ({ ...node, fields: byName(node.fields) }) },
    EnumTypeDefinition: { leave: (node) => ({ ...node, values: byName(node.values) }) },
    UnionTypeDefinition: { leave: (node) => ({ ...node, types: byName(node.types) }) },
    FieldDefinition: { leave: (node) => ({ ...node, arguments: byName(node.arguments) }) },
    DirectiveDefinition: { leave: (node) => ({ ...node, arguments: byName(node.arguments) }) },
  });
  return {
    ...sorted,
    definitions: [...sorted.definitions].sort(
      (a, b) => rank(a.kind) - rank(b.kind) || compare(nameOf(a), nameOf(b)) || compare(a.kind, b.kind),
    ),
  };
}
