import type { GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { MUTATION_ATTEMPTS } from './attempts/mutations.ts';
import { QUERY_ATTEMPTS } from './attempts/queries.ts';
import { ENTRIES, FIELDS } from './oracle/fields.ts';
import { MUTATIONS } from './oracle/mutations.ts';
import { QUERIES } from './oracle/queries.ts';
import { api } from './schema/read-api.ts';
import { missingTypes, readInventory } from './schema/read-subgraphs.ts';

const inventory = readInventory();

/** Names on one side only, as a person has to mend them. */
const apart = (schema: Iterable<string>, oracle: Iterable<string>) => {
  const [inSchema, inOracle] = [new Set(schema), new Set(oracle)];
  return {
    withoutVerdict: [...inSchema].filter((name) => !inOracle.has(name)).toSorted(),
    withoutField: [...inOracle].filter((name) => !inSchema.has(name)).toSorted(),
  };
};
const NONE = { withoutVerdict: [], withoutField: [] };

describe('the matrix of authorisation has a verdict for', () => {
  it('every root field', () => {
    expect(apart(inventory.queries, Object.keys(QUERIES))).toEqual(NONE);
  });

  it('every mutation', () => {
    expect(apart(inventory.mutations, Object.keys(MUTATIONS))).toEqual(NONE);
  });

  it('every object type and each of its fields', () => {
    const named = (types: Iterable<readonly [string, Iterable<string>]>) =>
      [...types].flatMap(([type, fields]) => [...fields].map((field) => `${type}.${field}`));
    expect(
      apart(
        named(inventory.types),
        named(Object.entries(FIELDS).map(([type, fields]) => [type, Object.keys(fields)] as const)),
      ),
    ).toEqual(NONE);
  });

  it('every kind of entry of a history', () => {
    const kinds = api.getType('HistoryKind') as GraphQLEnumType;
    const names = kinds.getValues().map(({ name }) => name);
    expect(apart(names, Object.keys(ENTRIES))).toEqual(NONE);
  });

  it('nothing that is not tried, in each of its ways', () => {
    expect(apart(Object.keys(QUERIES), Object.keys(QUERY_ATTEMPTS))).toEqual(NONE);
    const ways = (table: Record<string, object>) =>
      Object.entries(table).flatMap(([name, variants]) =>
        Object.keys(variants).map((way) => `${name} ${way}`),
      );
    expect(apart(ways(MUTATIONS), ways(MUTATION_ATTEMPTS))).toEqual(NONE);
  });

  it('what clients see: no object type of the composed schema was missed', () => {
    expect(missingTypes(api, inventory)).toEqual([]);
  });
});
