export { isAdministrativeArea } from './autonomy.ts';
export { Region } from './graphql.ts';
export { regionLoaders } from './loaders.ts';
export { RegionResolver } from './resolver.ts';
