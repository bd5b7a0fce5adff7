/**
 * The words of a text as search compares them: lower case, without accents, apostrophes dropped (Ma'u → mau), everything else between
 * letters and digits a gap. What comes out is safe inside a tsquery.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f'’`]/g, '')
      .toLowerCase()
      .match(/[a-z]+|[0-9]+/g) ?? []
  );
}

/** The distinct words of several texts, as one text. */
export function searchText(...texts: (string | null)[]): string {
  return [...new Set(texts.flatMap((text) => (text === null ? [] : wordsOf(text))))].join(' ');
}

const wordsAtMost = 6;

/** What a person typed, in words; more than six say nothing more. */
export function typedWords(text: string | null | undefined): string[] {
  return text ? wordsOf(text).slice(0, wordsAtMost) : [];
}
