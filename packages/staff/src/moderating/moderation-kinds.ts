/** What is done to what the public reads. */
export const MODERATION_KINDS = ['WITHHELD', 'RELEASED', 'TEXT_REDACTED', 'PHOTO_REDACTED'] as const;
export type ModerationKind = (typeof MODERATION_KINDS)[number];
