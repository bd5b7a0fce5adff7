export { buildOrganisationsSchema } from './schema.ts';
export { type OrganisationsConfig, type OrganisationsService, startOrganisations } from './service.ts';
export type { OfficerSeed } from './modules/officer/index.ts';
export { keepEvidence } from './modules/evidence/index.ts';
export { declareReadiness, noteObstacle, recordGuidanceVisit } from './modules/readiness/index.ts';
