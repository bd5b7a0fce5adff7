export { beginHold, endHold } from './hold.ts';
export { recountHolds } from './recount-holds.ts';
export { noteModeration } from './note-moderation.ts';
export { PublicationResolver } from './resolver.ts';
export { MODERATION_RULES, type ModerationRule } from './vocabulary.ts';
