export type { OrganisationCopy } from './entity.ts';
export { directDeskOf, holdDirectDesk, type DirectDesk, type PageDesk } from './direct-desk.ts';
export { findOrganisations, organisationNames, textArray } from './repository.ts';
export { copyOrganisations } from './copy-organisations.ts';
export { deskAbove, presentOf, resolveOrganisations, standInOf, type Present } from './successor.ts';
export { finishWork, followIfEnded, listWork, postponeWork, type OrganisationWork } from './work.ts';
