/** What other modules' resolvers need of this module's graph types. */
export { OnBehalfInput } from './graphql.ts';
