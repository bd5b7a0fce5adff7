/** What other modules' resolvers need of this module's graph types. */
export { ProofOfWorkInput } from './graphql.ts';
