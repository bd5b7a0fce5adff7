/** Where an "@" was just typed that begins a mention; null when the last letter is none. `caret` is the place behind it. */
export function mentionAt(before: string, text: string, caret: number): number | null {
  if (text.length !== before.length + 1 || text[caret - 1] !== '@') return null;
  // In the middle of a word it belongs to a mail address.
  const left = text[caret - 2];
  return left === undefined || /\s|[([]/.test(left) ? caret - 1 : null;
}

const MOST_LETTERS = 40;

/** What is written behind the "@" up to the caret; null when it looks for nobody any more. */
export function searchAt(text: string, at: number, caret: number): string | null {
  if (text[at] !== '@' || caret <= at) return null;
  const search = text.slice(at + 1, caret);
  return search.length > MOST_LETTERS || /[\n@]/.test(search) ? null : search;
}

/** The text with a name at the place of the "@" and of what was written behind it; one blank on either side. And the place behind that. */
export function withName(
  text: string,
  { at, search }: { at: number; search: string },
  name: string,
): { text: string; caret: number } {
  const [before, after] = [text.slice(0, at), text.slice(at + 1 + search.length)];
  const gap = before === '' || /[\s([]$/.test(before) ? '' : ' ';
  const start = `${before}${gap}@${name}`;
  const blank = /^\s/.test(after);
  return { text: `${start}${blank ? '' : ' '}${after}`, caret: start.length + 1 };
}
