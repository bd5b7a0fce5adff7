export { DelegationMutations, DelegationResolver, OfficerDelegationsResolver } from './resolver.ts';
