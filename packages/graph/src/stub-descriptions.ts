import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

const argumentOf = (directive: ConstDirectiveNode, name: string) =>
  directive.arguments?.find((argument) => argument.name.value === name)?.value;

const isStubKey = (directive: ConstDirectiveNode): boolean => {
  const resolvable = argumentOf(directive, 'resolvable');
  return directive.name.value === 'key' && resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
};

function keyFields(directive: ConstDirectiveNode): string[] {
  const fields = argumentOf(directive, 'fields');
  return fields?.kind === Kind.STRING ? fields.value.split(/\W+/).filter(Boolean) : [];
}

/**
 * Takes the words off references to entities of other subgraphs (`@key(…, resolvable: false)`): the owner describes
 * them, and the order of the subgraphs' names must not decide whose words the API shows.
 */
export function withoutStubDescriptions(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition(node) {
      const keys = node.directives?.filter(({ name }) => name.value === 'key') ?? [];
      if (!keys.length || !keys.every(isStubKey)) return undefined;
      const names = new Set(keys.flatMap(keyFields));
      return {
        ...node,
        description: undefined,
        fields: node.fields?.map((field) =>
          names.has(field.name.value) ? { ...field, description: undefined } : field,
        ),
      };
    },
  });
}
