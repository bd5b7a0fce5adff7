export { ChangeOfficerResult, Officer, PostRole } from './graphql.ts';
export { OfficerMutations } from './mutations.ts';
export {
  InvitationResolver,
  OfficerResolver,
  OrganisationOfficersResolver,
  PostResolver,
  SuspensionResolver,
} from './resolver.ts';
