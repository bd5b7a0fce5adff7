export { declareReadiness } from './declare-readiness.ts';
export { readinessLoaders } from './loaders.ts';
export { noteObstacle } from './note-obstacle.ts';
export { recordGuidanceVisit } from './record-guidance-visit.ts';
export { isConnected, isUsed, itemConditions } from './statements.ts';
