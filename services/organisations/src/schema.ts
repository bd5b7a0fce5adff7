import 'reflect-metadata';
import { buildSubgraph } from '@lapor/subgraph';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import {
  HeadNameResolver,
  OfficerResolver,
  OrganisationHeadResolver,
  PostResolver,
} from './modules/officer/index.ts';
import { OrganisationResolver } from './modules/organisation/index.ts';
import { RegionResolver } from './modules/region/index.ts';

/** The subgraph of the service. No I/O. */
export function buildOrganisationsSchema(): GraphQLSchema {
  return buildSubgraph<Context>({
    resolvers: [
      RegionResolver,
      OrganisationResolver,
      OfficerResolver,
      PostResolver,
      OrganisationHeadResolver,
      HeadNameResolver,
    ],
    entities: {
      Region: ({ code }: { code: string }, { loaders }) => loaders.region.load(code),
      Organisation: ({ id }: { id: string }, { loaders }) => loaders.organisation.load(id),
      Officer: ({ id }: { id: string }, { loaders }) => loaders.officer.load(id),
    },
  });
}
