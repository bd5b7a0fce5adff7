import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';

/** Coordinates (`Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`) of what the API does not explain. */
export function findUndescribed(api: GraphQLSchema): string[] {
  const roots = new Set([api.getQueryType(), api.getMutationType(), api.getSubscriptionType()]);
  const found: string[] = [];
  const need = (coordinate: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) found.push(coordinate);
  };
  for (const type of Object.values(api.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    // Query and Mutation are written by the federation, nobody can describe them.
    if (!roots.has(type as never)) need(type.name, type);
    if (isEnumType(type)) {
      for (const value of type.getValues()) need(`${type.name}.${value.name}`, value);
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) need(`${type.name}.${field.name}`, field);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        need(`${type.name}.${field.name}`, field);
        for (const argument of field.args) need(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
    }
  }
  return found.sort();
}
