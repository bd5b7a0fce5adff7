export { findGovernment } from './find-government.ts';
export { receiveOrganisations } from './receive-organisations.ts';
