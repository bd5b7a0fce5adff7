import { graphql, printSchema } from 'graphql';
import { Directive, Field, ID, Mutation, ObjectType, Query, Resolver, createUnionType } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { DateTime, UserError, buildSubgraph } from './index.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A thing.' })
class Thing {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({ implements: UserError, description: 'Gone.' })
class Gone extends UserError {}

@ObjectType({ description: 'Belongs to another subgraph.' })
class Foreign {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

const ThingResult = createUnionType({
  name: 'ThingResult',
  description: 'A thing or not.',
  types: () => [Thing, Gone] as const,
});

@Resolver()
class ThingResolver {
  @Query(() => ThingResult, { description: 'The thing.' })
  thing(): Thing | Gone {
    return Object.assign(new Thing(), { id: 't', at: new Date('2026-11-20T02:40:00Z') });
  }
}

let changes = 0;

@Resolver()
class ThingMutations {
  @Mutation(() => Boolean, { description: 'Changes the thing.' })
  changeThing(): boolean {
    changes += 1;
    return true;
  }
}

@Resolver()
class ForeignResolver {
  @Query(() => Foreign, { nullable: true, description: 'Not part of the first subgraph.' })
  foreign(): Foreign | null {
    return null;
  }
}

describe('buildSubgraph', () => {
  const build = () =>
    buildSubgraph<{ find: (id: string) => Thing }>({
      resolvers: [ThingResolver],
      entities: { Thing: ({ id }, { find }) => find(id) },
    });

  it('holds the types of its own resolvers only', () => {
    expect(printSchema(build())).not.toContain('Foreign');
    expect(printSchema(buildSubgraph({ resolvers: [ForeignResolver], entities: {} }))).not.toContain('Thing');
  });
  it('answers queries with instants in ISO form', async () => {
    const { data } = await graphql({
      schema: build(),
      source: '{ thing { __typename ... on Thing { id at } } }',
    });
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      thing: { __typename: 'Thing', id: 't', at: '2026-11-20T02:40:00.000Z' },
    });
  });
  it('resolves references of other subgraphs through the context', async () => {
    const { data } = await graphql({
      schema: build(),
      source: '{ _entities(representations: [{ __typename: "Thing", id: "x" }]) { ... on Thing { id } } }',
      contextValue: { find: (id: string) => Object.assign(new Thing(), { id, at: new Date(0) }) },
    });
    expect(JSON.parse(JSON.stringify(data))).toEqual({ _entities: [{ id: 'x' }] });
  });
  it('changes nothing for an API key that may only read', async () => {
    const schema = buildSubgraph({ resolvers: [ThingResolver, ThingMutations], entities: {} });
    const change = async (viewer: object) => {
      const before = changes;
      const { errors } = await graphql({
        schema,
        source: 'mutation { changeThing }',
        contextValue: { viewer },
      });
      return { done: changes > before, codes: errors?.map(({ extensions }) => extensions.code) };
    };
    const reads = { apiKey: { id: 'k', scopes: ['graph:read', 'reports:read'] } };
    expect(await change(reads)).toEqual({ done: false, codes: ['FORBIDDEN'] });
    expect(await change({ apiKey: { id: 'k', scopes: ['graph:write'] } })).toEqual({
      done: true,
      codes: undefined,
    });
    expect(await change({ kind: 'officer' })).toEqual({ done: true, codes: undefined });
  });
});
