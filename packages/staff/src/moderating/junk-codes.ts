import type { Group } from './moderating.graphql.ts';

/** By which a group may be archived. */
export const JUNK_CODES = ['SPAM', 'HATE_OR_HOAX', 'DUPLICATE'] as const;
export type JunkCode = (typeof JUNK_CODES)[number];

/** What a group most likely is, by what put it together. */
export const likelyCode: Readonly<Record<Group['reason'], JunkCode>> = {
  LINKS_ONLY: 'SPAM',
  REPEATED_TEXT: 'SPAM',
  ABUSIVE_WORDS: 'HATE_OR_HOAX',
};
