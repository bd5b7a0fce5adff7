import { STOP_WORDS } from '../category/index.ts';

/** As they are written in short messages. */
const SHORT = `aja bg bgt bhw blm bln br bs bu cm cuma dg dgn di dr dlm dl ga gak gk gmn hr hrs jd jg jgn jk kl klo km kok kpd krn ku lg mhn
  mlm mrk msh nih nya ny org pd per sbg sdh sdr sdg skr skrg sm smg spt sy tdk tgl thn tks tlg tp trs udah udh utk ya yg yth`;
const STOPPED: ReadonlySet<string> = new Set([...STOP_WORDS, ...SHORT.split(/\s+/)]);

/** The words of a text in small letters; single letters say nothing. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && word.length <= 40);

/** Whether a word says something of the matter. */
export const isTelling = (word: string): boolean => !STOPPED.has(word);

/** The words that tell what it is about; all of them where none does. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : [...words];
}

const LONGEST_TERM = 4;

/** All runs of one to four words, as a term of several words is looked up. */
export function termsIn(words: readonly string[]): string[] {
  const terms = new Set<string>();
  for (let start = 0; start < words.length; start++)
    for (let length = 1; length <= LONGEST_TERM && start + length <= words.length; length++)
      terms.add(words.slice(start, start + length).join(' '));
  return [...terms];
}
