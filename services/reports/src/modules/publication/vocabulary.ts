/** By which rule something is kept from the public. */
export const MODERATION_RULES = [
  'PERSONAL_DATA',
  'HATE',
  'SLANDER',
  'CHILD',
  'SECRET_BY_LAW',
  'OTHER',
] as const;
export type ModerationRule = (typeof MODERATION_RULES)[number];

/** What is done to what the public reads. */
export const MODERATION_KINDS = ['WITHHELD', 'RELEASED', 'TEXT_REDACTED', 'PHOTO_REDACTED'] as const;
export type ModerationKind = (typeof MODERATION_KINDS)[number];
