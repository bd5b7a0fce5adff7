/** The beginning of a text, cut between two words; whole when it is short enough. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most);
  return `${start.slice(0, Math.max(start.search(/\s\S*$/), 0)) || start} …`;
}
