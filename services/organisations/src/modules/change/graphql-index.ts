export { answerChange } from './answer-change.ts';
export { ChangedFact } from './graphql.ts';
export { OrganisationMutations } from './mutations.ts';
export { OrganisationChangeResolver, OrganisationChangesResolver } from './resolver.ts';
export { ChangeOrganisationResult } from './results.ts';
