const LONGEST = 100;
const SHORTEST = 5;
/** A title is made of the beginning, however much stands behind it. */
const LONGEST_READ = 1_000;

/** A title from what somebody wrote: the first sentence, cut at a word; what is too short for one gets a few words around it. */
export function proposeTitle(text: string, door: string): string {
  const line = text.trim().slice(0, LONGEST_READ).replace(/\s+/gu, ' ').trim();
  const [, sentence = line] = /^(.{15,}?[.!?])(?:\s|$)/u.exec(line) ?? [];
  const whole = sentence.replace(/[\s.,;:!?-]+$/u, '');
  const title = whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`;
  if ([...title].length < SHORTEST)
    return `Laporan lewat ${door}: ${line.slice(0, LONGEST) || 'tanpa isi'}`.toWellFormed();
  return (title.charAt(0).toLocaleUpperCase('id-ID') + title.slice(1)).toWellFormed();
}

const SHORTEST_TEXT = 20;
const LONGEST_TEXT = 4_000;

/**
 * What is filed as the text: the words as they came, and those that said where. Never as a place of its own: that is shown to everybody,
 * and the desk blacks out in title and text alone. `isWhole`: all of them fit.
 */
export function proposeText(
  text: string,
  placeWords: string | null,
  door: string,
): { text: string; isWhole: boolean } {
  const words = text.trim();
  const said = placeWords ? `${words}\nTempat: ${placeWords}` : words;
  const whole = said.length < SHORTEST_TEXT ? `Laporan lewat ${door}: ${said}` : said;
  return { text: whole.slice(0, LONGEST_TEXT).toWellFormed(), isWhole: whole.length <= LONGEST_TEXT };
}
