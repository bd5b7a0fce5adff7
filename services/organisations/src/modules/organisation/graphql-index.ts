export {
  Organisation,
  OrganisationConnection,
  OrganisationKind,
  type OrganisationStatus,
} from './graphql.ts';
