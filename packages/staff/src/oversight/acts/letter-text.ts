import type { StaffMessageId } from '../../language/use-text.ts';

/** The text of a letter as it is typed: one paragraph above the table of facts, those below with an empty line between. */
interface LetterText {
  above: string;
  below: string;
}

/** As many as a letter has. */
const MOST_PARAGRAPHS = 8;

export const fromParagraphs = ([above = '', ...below]: readonly string[]): LetterText => ({
  above,
  below: below.join('\n\n'),
});

export const toParagraphs = ({ above, below }: LetterText): string[] =>
  [above, ...below.split(/\n\s*\n/)].map((paragraph) => paragraph.trim()).filter(Boolean);

const WORDS: Partial<Record<string, StaffMessageId>> = {
  LOOKS_LIKE_NIK: 'oversight.editNik',
  LOOKS_LIKE_PHONE: 'oversight.editPhone',
  LOOKS_LIKE_EMAIL: 'oversight.editEmail',
  UNPRINTABLE: 'oversight.editUnprintable',
  TOO_LONG: 'oversight.editTooLong',
};

const placeOf = (index: number): string => `paragraphs.${index}`;

/** Own words for what may be wrong with a paragraph, or with all of them. */
export const PARAGRAPH_WORDS = Object.fromEntries(
  ['paragraphs', ...Array.from({ length: MOST_PARAGRAPHS }, (_, index) => placeOf(index))].map((place) => [
    place,
    WORDS,
  ]),
);

/** What is wrong below the table, or with the text as a whole. */
export function faultsBelow(faultAt: (place: string) => string | undefined): string | undefined {
  for (let index = 1; index < MOST_PARAGRAPHS; index += 1) {
    const fault = faultAt(placeOf(index));
    if (fault) return fault;
  }
  return faultAt(placeOf(0)) ? undefined : faultAt('paragraphs');
}
