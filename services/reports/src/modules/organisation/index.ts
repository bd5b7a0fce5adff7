export type { OrganisationCopy } from './entity.ts';
export { findOrganisations } from './repository.ts';
export { copyOrganisations } from './copy-organisations.ts';
