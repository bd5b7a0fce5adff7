export { HistoryEntry } from './graphql.ts';
export {
  DelegationMutations,
  DelegationResolver,
  HistoryHolderResolver,
  OfficerDelegationsResolver,
} from './resolver.ts';
