/** The text with a mark in the place of what is selected; null when nothing is. Blanks at the edges stay. */
export function withoutSelection(
  text: string,
  { from, to }: { from: number; to: number },
  mark: string,
): { text: string; caret: number } | null {
  const selected = text.slice(from, to);
  const words = selected.trim();
  if (words === '') return null;
  const start = from + selected.indexOf(words);
  const end = start + words.length;
  return { text: text.slice(0, start) + mark + text.slice(end), caret: start + mark.length };
}
