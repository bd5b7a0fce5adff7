export { beginHandOvers } from './begin-hand-overs.ts';
export { expireHandOvers } from './expire-hand-overs.ts';
export { linkOfHandOver } from './link-of-hand-over.ts';
export { noteDeliveries } from './note-delivery.ts';
export { findHandOvers, type HandOverRow } from './repository.ts';
export { HandOverResolver } from './resolver.ts';
