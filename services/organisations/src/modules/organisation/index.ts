export { announceOrganisations } from './announce.ts';
export { OrganisationEntity, type OrganisationRecord } from './entity.ts';
export { Organisation } from './graphql.ts';
export { headTitle } from './head-title.ts';
export { organisationLoaders } from './loaders.ts';
export { refreshConnections } from './refresh-connections.ts';
export { OrganisationResolver } from './resolver.ts';
export { setDirectVerification } from './set-direct-verification.ts';
