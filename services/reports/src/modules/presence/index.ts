export { forgetPresences } from './mark-presence.ts';
export { findPresences, type PresenceRow } from './repository.ts';
export { PresenceResolver } from './resolver.ts';
export { presentSince } from './vocabulary.ts';
