/** Words as they are typed, between commas or on lines of their own, each once. */
export const readWords = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase())
      .filter(Boolean),
  ),
];

const isWord = (word: string): boolean =>
  word.length >= 3 && word.length <= 40 && /^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u.test(word);

const MOST_WORDS = 50;

/** What is wrong with the words, as the server would say it. */
export const wordsFault = (words: readonly string[]): 'TOO_LONG' | 'INVALID' | undefined =>
  words.length > MOST_WORDS ? 'TOO_LONG' : words.every(isWord) ? undefined : 'INVALID';
