/** So many words in a row are not the officer's own. */
const COPIED_WORDS = 8;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text repeats eight words in a row of what a citizen wrote. */
export function copiesFrom(text: string, narrative: string): boolean {
  const words = wordsOf(text);
  const told = ` ${wordsOf(narrative).join(' ')} `;
  return words.some(
    (_, index) =>
      index + COPIED_WORDS <= words.length &&
      told.includes(` ${words.slice(index, index + COPIED_WORDS).join(' ')} `),
  );
}

/** A phone number, a NIK or a mail address: nothing that somebody in the field needs of the reporter. */
export const namesSomebody = (text: string): boolean =>
  /(?:\+?62|\b0)\s?8(?:[\s.-]?\d){7,}/.test(text) ||
  /(?:\d[\s.-]?){16}/.test(text) ||
  /\S@\S+\.\S/.test(text);
