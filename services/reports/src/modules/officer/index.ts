export { copyOfficers } from './copy-officers.ts';
export { findOfficers } from './find-officers.ts';
