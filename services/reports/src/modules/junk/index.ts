export { findJunkMarks, type JunkMarkRow } from './repository.ts';
export { sortJunk } from './sort-junk.ts';
