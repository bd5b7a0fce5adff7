export { copyOfficers } from './copy-officers.ts';
export { findOfficers, findOfficersAt, withPostsOfNow } from './find-officers.ts';
