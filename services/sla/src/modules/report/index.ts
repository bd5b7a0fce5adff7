export { receiveTransitions } from './receive-transitions.ts';
export { recompute } from './recompute.ts';
export { readEvents } from './repository.ts';
export { rebuildReports } from './rebuild-reports.ts';
export type { ReportFact } from './facts.ts';
export { tellRunOut } from './tell-run-out.ts';
export { breakPromises } from './break-promises.ts';
