import { Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

/**
 * Whether anything below the field that is being resolved has a name, on whatever level: what nobody asks for need not be read. Looks at names
 * only, so it rather says yes once too often.
 */
export function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  const has = (selections: readonly SelectionNode[]): boolean =>
    selections.some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value === name || has(selection.selectionSet?.selections ?? []);
        case Kind.INLINE_FRAGMENT:
          return has(selection.selectionSet.selections);
        case Kind.FRAGMENT_SPREAD:
          return has(fragments[selection.name.value]?.selectionSet.selections ?? []);
      }
    });
  return fieldNodes.some(({ selectionSet }) => has(selectionSet?.selections ?? []));
}
