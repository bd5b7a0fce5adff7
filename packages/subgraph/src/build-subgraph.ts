import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { defaultFieldResolver, GraphQLError, parse, type GraphQLSchema } from 'graphql';
import type { Viewer } from '@lapor/viewer';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { DateTime } from './scalars.ts';

/** By type name: how an entity is found when another subgraph refers to it. Batch through a loader of the context. */
export type EntityResolvers<Context> = Readonly<
  Record<string, (reference: any, context: Context) => unknown>
>;

export interface SubgraphOptions<Context> {
  // type-graphql's own type for a list of resolver classes.
  resolvers: NonEmptyArray<Function>;
  /** Types no resolver returns directly (members of interfaces). */
  orphanedTypes?: Function[];
  entities: EntityResolvers<Context>;
}

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])\n';

/** Builds the executable federation 2 schema of a service from its type-graphql resolvers. No I/O. */
export function buildSubgraph<Context>({
  resolvers,
  orphanedTypes = [],
  entities,
}: SubgraphOptions<Context>): GraphQLSchema {
  const base = buildSchemaSync({
    resolvers,
    orphanedTypes,
    validate: false,
    // The federation directives and entity stubs are unknown to plain GraphQL; composition checks the whole.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });
  const resolverMap = createResolversMap(base) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(entities)) {
    (resolverMap[type] ??= {}).__resolveReference = resolve;
  }
  const schema = buildSubgraphSchema([
    { typeDefs: parse(FEDERATION + printSchemaWithDirectives(base)), resolvers: resolverMap as never },
  ]);
  closeMutationsToReadingKeys(schema);
  return schema;
}

/** An API key changes nothing unless it has the scope for it, whatever the posts say that it carries. */
function closeMutationsToReadingKeys(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, values, context: { viewer?: Viewer }, info) => {
      const key = context.viewer?.apiKey;
      if (key && !key.scopes.includes('graph:write')) {
        throw new GraphQLError('This key may read only', { extensions: { code: 'FORBIDDEN' } });
      }
      return resolve(source, values, context, info);
    };
  }
}
