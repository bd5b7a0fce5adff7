const LONGEST = 100;

/** A title from the first words of a message, for the operator to mend. */
export function firstTitle(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const [, sentence = line] = /^(.{15,}?[.!?])(?:\s|$)/u.exec(line) ?? [];
  const whole = sentence.replace(/[\s.,;:!?-]+$/u, '');
  const title = whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`;
  return title.charAt(0).toLocaleUpperCase('id-ID') + title.slice(1);
}
