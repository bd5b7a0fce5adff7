export { announceOrganisations } from './announce.ts';
export { OrganisationEntity, type OrganisationRecord } from './entity.ts';
export { Organisation, type OrganisationKind } from './graphql.ts';
export { headTitle } from './head-title.ts';
export { organisationLoaders } from './loaders.ts';
export { refreshStaffing } from './refresh-staffing.ts';
export { RegionGovernmentResolver } from './region-resolver.ts';
export { OrganisationResolver } from './resolver.ts';
export { searchWordsOf } from './search-words.ts';
