export { OwnDataMutations } from './graphql.ts';
