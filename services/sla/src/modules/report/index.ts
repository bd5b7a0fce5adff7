export { receiveTransitions } from './receive-transitions.ts';
export { recompute } from './recompute.ts';
export { rebuildReports } from './rebuild-reports.ts';
