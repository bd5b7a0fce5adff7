export { endOfHold, readNationalCalendar } from './national-calendar.ts';
export { noteModeration } from './note-moderation.ts';
export { PublicationResolver } from './resolver.ts';
export { MODERATION_RULES, type ModerationRule } from './vocabulary.ts';
