export { copyOfficers } from './copy-officers.ts';
export { findOfficers, findOfficersAt } from './find-officers.ts';
