export { enter, type EntryScope, type UseCaseDependencies } from './enter.ts';
export type { Actor, Entry, NewEntry } from './entry.ts';
export { eraseTexts, readEntries, readEntriesOf, readEntriesWithin, writeEntry } from './repository.ts';
