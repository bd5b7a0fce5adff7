export { findNotes, type NoteRow } from './repository.ts';
export { NoteResolver } from './resolver.ts';
