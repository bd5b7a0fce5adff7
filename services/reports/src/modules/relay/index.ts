export { RelayMutations } from './graphql.ts';
