export { claimEvidence } from './claim-evidence.ts';
export { evidenceUrl } from './evidence-url.ts';
export { evidenceLoaders } from './loaders.ts';
export { removeStaleEvidence } from './remove-stale-evidence.ts';
export { type EvidenceDependencies, keepEvidence, type NewEvidence } from './keep-evidence.ts';
export { evidenceRoutes } from './routes.ts';
