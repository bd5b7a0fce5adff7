/** Where an "@" was just typed that begins a mention; null when the last letter is none. `caret` is the place behind it. */
export function mentionAt(before: string, text: string, caret: number): number | null {
  if (text.length !== before.length + 1 || text[caret - 1] !== '@') return null;
  // In the middle of a word it belongs to a mail address.
  const left = text[caret - 2];
  return left === undefined || /\s|[([]/.test(left) ? caret - 1 : null;
}

/** The text with a name at the place of the "@", or at its end; one blank on either side. */
export function withName(text: string, at: number | null, name: string): string {
  const [before, after] = at === null ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  return `${before}${gap}@${name}${/^\s/.test(after) ? '' : ' '}${after}`;
}
