import {
  Kind,
  OperationTypeNode,
  parse,
  visit,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** Whether everything a document asks for may be shared between readers without any credential. */
export type IsPublicDocument = (text: string) => boolean;

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** By coordinate (`Type.field`): the type that the field gives. */
function fieldTypesOf(sdl: string): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  visit(parse(sdl, { noLocation: true }), {
    ObjectTypeDefinition({ name, fields = [] }) {
      for (const field of fields) types.set(`${name.value}.${field.name.value}`, namedType(field.type));
    },
  });
  return types;
}

/**
 * Builds the judge of documents: one query, and nothing but the given fields, on whatever way they are reached. Whatever it does not
 * understand is not public.
 * @param sdl the supergraph, which has the type of every field.
 */
export function publicDocuments(sdl: string, publicFields: ReadonlySet<string>): IsPublicDocument {
  const typeOf = fieldTypesOf(sdl);
  return (text) => {
    const { definitions } = parse(text, { noLocation: true });
    const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const fragments = new Map(
      definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    const isPublic = ({ selections }: SelectionSetNode, type: string): boolean =>
      selections.every((selection) => {
        switch (selection.kind) {
          case Kind.FIELD: {
            const name = selection.name.value;
            if (name === '__typename') return true;
            const coordinate = `${type}.${name}`;
            if (!publicFields.has(coordinate)) return false;
            const { selectionSet } = selection;
            return !selectionSet || isPublic(selectionSet, typeOf.get(coordinate) ?? '');
          }
          case Kind.INLINE_FRAGMENT:
            return isPublic(selection.selectionSet, selection.typeCondition?.name.value ?? type);
          case Kind.FRAGMENT_SPREAD: {
            const fragment = fragments.get(selection.name.value);
            return (
              fragment !== undefined && isPublic(fragment.selectionSet, fragment.typeCondition.name.value)
            );
          }
        }
      });
    const [operation] = operations;
    return (
      operations.length === 1 &&
      operation!.operation === OperationTypeNode.QUERY &&
      isPublic(operation!.selectionSet, 'Query')
    );
  };
}
