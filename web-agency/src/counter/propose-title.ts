const MOST_LETTERS = 90;

/** A title from what was said: its first sentence, cut where a word ends; empty while there is too little. */
export function proposeTitle(text: string): string {
  const [first = ''] = text.trim().split(/(?<=[.!?])\s|\n/);
  const sentence = first.replace(/[.!?]+$/, '').trim();
  if (sentence.length < 10) return '';
  if (sentence.length <= MOST_LETTERS) return sentence;
  const cut = sentence.slice(0, MOST_LETTERS);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[,;:\s]+$/, '');
}
