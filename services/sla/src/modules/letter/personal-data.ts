/** What a text must not hold: somebody could be found by it. */
export type PersonalDataKind = 'LOOKS_LIKE_NIK' | 'LOOKS_LIKE_PHONE' | 'LOOKS_LIKE_EMAIL';

/** A place in a text; characters are counted from 1, both ends included. */
export interface PersonalData {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

/** Between two digits of one number. */
const GAP = '[\\s.()/_·\\-]{0,2}';
const digits = (least: number, most: number) => `(?:${GAP}\\d){${least},${most}}`;

const PATTERNS: Readonly<Record<PersonalDataKind, RegExp>> = {
  LOOKS_LIKE_EMAIL: /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.\p{L}{2,}/gu,
  // Sixteen digits in any grouping; a family card has as many.
  LOOKS_LIKE_NIK: new RegExp(`(?<!\\d)\\d${digits(15, 15)}(?!\\d)`, 'g'),
  // A mobile number in every usual form, or one with an area code: 0751-123456, (021) 345678, +62 751 123456.
  LOOKS_LIKE_PHONE: new RegExp(
    `(?<!\\d)(?:(?:\\+?62|0)${GAP}8${digits(7, 11)}|\\+62${GAP}[2-9]${digits(6, 10)}|\\(?0[2-9]\\d{1,2}(?:\\)[\\s.\\-]?|[\\s.\\-])\\d${digits(4, 7)})(?!\\d)`,
    'g',
  ),
};

/** Days in digits, with the hour, are no numbers of anybody; what goes on in digits, before or behind, is no day. */
const INSTANT = new RegExp(
  `(?<!\\d${GAP})` +
    '(?:\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?: \\d{2}[.:]\\d{2})?' +
    `(?!${GAP}\\d)`,
  'g',
);

/**
 * Numbers and addresses by which a person could be found, in their order. A name cannot be told from other words without reading who
 * reported, which nobody does for a letter.
 */
export function findPersonalData(text: string): PersonalData[] {
  const withoutInstants = text.replaceAll(INSTANT, (instant) => '_'.repeat(instant.length));
  const found: PersonalData[] = [];
  for (const [kind, pattern] of Object.entries(PATTERNS) as [PersonalDataKind, RegExp][])
    for (const match of withoutInstants.matchAll(pattern)) {
      const from = match.index + 1;
      const to = match.index + match[0].length;
      if (!found.some((other) => other.from <= to && from <= other.to)) found.push({ kind, from, to });
    }
  return found.toSorted((a, b) => a.from - b.from);
}
