export { findGovernment } from './find-government.ts';
export { readGovernmentKinds } from './government-kinds.ts';
export { receiveOrganisations } from './receive-organisations.ts';
export { findPath, findPaths } from './find-path.ts';
