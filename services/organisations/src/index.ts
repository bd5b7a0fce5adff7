export { buildOrganisationsSchema } from './schema.ts';
export { type OrganisationsConfig, type OrganisationsService, startOrganisations } from './service.ts';
export type { OfficerSeed } from './modules/officer/index.ts';
