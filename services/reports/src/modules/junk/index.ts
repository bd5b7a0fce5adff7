export { findJunkMarks, type JunkMarkRow } from './repository.ts';
export { junkSorter, sortJunk } from './sort-junk.ts';
