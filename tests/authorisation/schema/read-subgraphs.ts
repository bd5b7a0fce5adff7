import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType, Kind, parse, visit, type GraphQLSchema } from 'graphql';
import { graphDirectory } from '@lapor/graph/committed';

/** What the committed subgraphs consist of; nothing of it is written by hand. */
export interface GraphInventory {
  queries: string[];
  mutations: string[];
  /** By object type its fields; references to another subgraph's entity add theirs. */
  types: Map<string, Set<string>>;
}

const subgraphs = join(graphDirectory, 'subgraphs');

/** Reads the committed subgraphs. @throws when there is none. */
export function readInventory(): GraphInventory {
  const types = new Map<string, Set<string>>();
  const names = readdirSync(subgraphs).filter((name) => name.endsWith('.graphql'));
  if (names.length < 3) throw new Error(`Expected three subgraphs in ${subgraphs}, found ${names.length}`);
  for (const name of names) {
    const collect = (node: { name: { value: string }; fields?: readonly { name: { value: string } }[] }) => {
      const fields = types.get(node.name.value) ?? new Set<string>();
      for (const field of node.fields ?? []) fields.add(field.name.value);
      types.set(node.name.value, fields);
    };
    visit(parse(readFileSync(join(subgraphs, name), 'utf8')), {
      [Kind.OBJECT_TYPE_DEFINITION]: collect,
      [Kind.OBJECT_TYPE_EXTENSION]: collect,
    });
  }
  const rootFields = (root: string) => [...(types.get(root) ?? [])].toSorted();
  const inventory = { queries: rootFields('Query'), mutations: rootFields('Mutation'), types };
  types.delete('Query');
  types.delete('Mutation');
  return inventory;
}

/** Whether every object type of the API schema is in the inventory: a check on the reader itself. */
export const missingTypes = (schema: GraphQLSchema, { types }: GraphInventory): string[] =>
  Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        isObjectType(type) && !type.name.startsWith('__') && !['Query', 'Mutation'].includes(type.name),
    )
    .map(({ name }) => name)
    .filter((name) => !types.has(name));
