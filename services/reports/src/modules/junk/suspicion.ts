/** Why a report may be junk; only a person decides that it is. */
export const JUNK_REASONS = ['REPEATED_TEXT', 'LINKS_ONLY', 'ABUSIVE_WORDS'] as const;
export type JunkReason = (typeof JUNK_REASONS)[number];

const LINK =
  /(?:https?:\/\/|www\.)[^\s]+|\b[a-z0-9-]+\.(?:com|net|org|info|xyz|top|site|online|shop|vip|club)\b[^\s]*/giu;
/** With fewer letters besides its links a text says nothing. */
const FEWEST_LETTERS = 20;

/**
 * Words by which people insult each other. No animals among them: stray dogs are a report. Few on purpose: an angry reporter is a
 * reporter, so one or two of them mean nothing.
 */
const ABUSIVE: ReadonlySet<string> = new Set([
  'bajingan',
  'bangsat',
  'brengsek',
  'goblok',
  'jancok',
  'kampret',
  'keparat',
  'kontol',
  'memek',
  'ngentot',
  'tolol',
]);
const MANY_ABUSIVE = 3;
const LARGE_SHARE = 0.15;

/** The words alone, so that blanks, case, punctuation and look-alike letters make no other text of it. */
export const bareWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a text by itself is suspected of. */
export function suspicionOf(text: string): Exclude<JunkReason, 'REPEATED_TEXT'> | null {
  const links = text.match(LINK) ?? [];
  const letters = text.replace(LINK, '').replace(/[^\p{L}]/gu, '').length;
  if (links.length > 0 && letters < FEWEST_LETTERS) return 'LINKS_ONLY';
  const words = bareWords(text).split(' ');
  const abusive = words.filter((word) => ABUSIVE.has(word)).length;
  return abusive >= MANY_ABUSIVE && abusive / words.length >= LARGE_SHARE ? 'ABUSIVE_WORDS' : null;
}
