const LONGEST = 100;
const SHORTEST = 5;

/** A title from what somebody wrote: the first sentence, cut at a word; what is too short for one gets a few words around it. */
export function proposeTitle(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const [, sentence = line] = /^(.{15,}?[.!?])(?:\s|$)/u.exec(line) ?? [];
  const whole = sentence.replace(/[\s.,;:!?-]+$/u, '');
  const title = whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`;
  if ([...title].length < SHORTEST) return `Laporan lewat SMS: ${line || 'tanpa isi'}`.toWellFormed();
  return (title.charAt(0).toLocaleUpperCase('id-ID') + title.slice(1)).toWellFormed();
}

const SHORTEST_TEXT = 20;
const LONGEST_TEXT = 4_000;

/** What is filed as the text: the words as they came; of very few it is said how they came, and where. */
export function proposeText(text: string, placeWords: string | null): string {
  const words = text.trim().slice(0, LONGEST_TEXT).toWellFormed();
  if (words.length >= SHORTEST_TEXT) return words;
  return `Laporan lewat SMS: ${words}${placeWords ? ` (${placeWords.slice(0, 300).toWellFormed()})` : ''}`;
}
