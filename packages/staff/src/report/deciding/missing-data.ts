/** What a verifier most often misses in a report. */
export const MISSING = ['place', 'time', 'photo', 'document', 'who', 'before', 'wish'] as const;

const linesOf = (text: string): string[] => text.split('\n');

/** Whether the text asks for it, in a line of its own. */
export const asksFor = (text: string, line: string): boolean =>
  linesOf(text).some((one) => one.trim() === line);

/** The text with a line more, or without it; what was written beside stays as it is. */
export function withLine(text: string, line: string, isWanted: boolean): string {
  if (asksFor(text, line) === isWanted) return text;
  if (!isWanted)
    return linesOf(text)
      .filter((one) => one.trim() !== line)
      .join('\n');
  const before = text.trimEnd();
  return before === '' ? line : `${before}\n${line}`;
}
