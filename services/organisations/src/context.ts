import type { Database } from '@lapor/database';
import type { RequestContext } from '@lapor/subgraph';
import { officerLoaders } from './modules/officer/index.ts';
import { organisationLoaders } from './modules/organisation/index.ts';
import { regionLoaders } from './modules/region/index.ts';

/** What the resolvers of one request get: the viewer, and loaders that batch and remember within the request. */
export type Context = RequestContext & { database: Database; loaders: Loaders };

type Loaders = ReturnType<typeof buildLoaders>;

function buildLoaders(database: Database) {
  return { ...regionLoaders(database), ...organisationLoaders(database), ...officerLoaders(database) };
}

export function buildContext(database: Database, request: RequestContext): Context {
  return { ...request, database, loaders: buildLoaders(database) };
}
