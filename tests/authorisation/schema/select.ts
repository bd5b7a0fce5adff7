import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What tells an entity inside another answer: enough to know it again. */
const IDENTIFYING_FIELDS: Readonly<Record<string, string>> = {
  Report: '__typename number',
  Organisation: 'id',
  Officer: '__typename id name accountState posts { id }',
  Region: 'code',
  Category: 'id',
};

/** The fields by which an entity, or an entry inside another one of its kind, is told; `undefined` for what is told whole. */
export const identifyingFieldsOf = (within: string, type: string): string | undefined =>
  IDENTIFYING_FIELDS[type] ?? (type === within ? 'id' : undefined);

/** Arguments for fields that need them to be answered in one page. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Category.usualUnit': '(governmentId: "pemkot-13-71")',
  'Organisation.children': '(first: 5)',
  'Organisation.changes': '(first: 30)',
  'Report.similarReports': '(first: 20)',
  'Report.clocksAsOf': '(at: "2026-11-20T02:40:00.000Z")',
};

/** A selection of every field of a type, with everything below it; other entities by what identifies them. */
export function selectAll(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  return fieldsOf(type, [typeName]);
}

/** As many as stay clear of what a document may hold (services/gateway/src/guard/limits.ts). */
const MOST_SELECTIONS = 350;
const selectionsIn = (text: string): number => (text.replace(/\([^)]*\)/g, '').match(/\w+/g) ?? []).length;

/** The same in several selections, for a type that is too large for one document. */
export function selectParts(schema: GraphQLSchema, typeName: string): string[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  const parts: string[] = [];
  for (const field of Object.values(type.getFields())) {
    const text = fieldText(type, field, [typeName]);
    const last = parts.at(-1);
    if (last !== undefined && selectionsIn(`${last} ${text}`) <= MOST_SELECTIONS)
      parts[parts.length - 1] = `${last} ${text}`;
    else parts.push(text);
  }
  return parts;
}

function fieldsOf(type: GraphQLObjectType, path: readonly string[]): string {
  return Object.values(type.getFields())
    .map((field) => fieldText(type, field, path))
    .join(' ');
}

function fieldText(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  path: readonly string[],
): string {
  const named = getNamedType(field.type);
  const name = field.name + (ARGUMENTS[`${type.name}.${field.name}`] ?? '');
  if (isLeafType(named)) return name;
  if (!isObjectType(named)) throw new Error(`${type.name}.${field.name} is neither leaf nor object`);
  const identifying = identifyingFieldsOf(type.name, named.name);
  if (identifying === undefined && path.includes(named.name))
    throw new Error(`${named.name} holds itself: name the fields that identify it`);
  return `${name} { ${identifying ?? fieldsOf(named, [...path, named.name])} }`;
}
