export type PersonalDataKind = 'NIK' | 'PHONE' | 'EMAIL';

export interface Finding {
  kind: PersonalDataKind;
  /** Place in the text, `to` exclusive. */
  from: number;
  to: number;
}

// A NIK has 16 digits (so has a family card number); a mobile number starts with 08, 628 or +628 and may be spaced,
// dashed or dotted (domain.md, "Formats").
const patterns: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['NIK', /(?<!\d)(?:\d{16}|\d{4}(?:[ .-]\d{4}){3}|\d{6}[ .-]\d{6}[ .-]\d{4})(?!\d)/g],
  ['PHONE', /(?<![\d+])(?:\+?62[ .-]?|0)8(?:[ .-]?\d){7,11}(?!\d)/g],
  ['EMAIL', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
];

/**
 * Numbers and addresses that point to a person, in the order of the text. Names cannot be found this way: the
 * verifier reads on.
 */
export function findPersonalData(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const finding = { kind, from: match.index, to: match.index + match[0].length };
      if (!findings.some((other) => finding.from < other.to && other.from < finding.to))
        findings.push(finding);
    }
  }
  return findings.sort((a, b) => a.from - b.from);
}

/** The text with each finding replaced by what `label` says for its kind. */
export function redact(
  text: string,
  findings: readonly Finding[],
  label: (kind: PersonalDataKind) => string,
): string {
  let redacted = '';
  let from = 0;
  for (const finding of findings) {
    redacted += text.slice(from, finding.from) + label(finding.kind);
    from = finding.to;
  }
  return redacted + text.slice(from);
}

/** The text cut into pieces, found ones and the rest, for showing. */
export function piecesOf(
  text: string,
  findings: readonly Finding[],
): { text: string; kind: PersonalDataKind | null }[] {
  const pieces: { text: string; kind: PersonalDataKind | null }[] = [];
  let from = 0;
  for (const finding of findings) {
    if (finding.from > from) pieces.push({ text: text.slice(from, finding.from), kind: null });
    pieces.push({ text: text.slice(finding.from, finding.to), kind: finding.kind });
    from = finding.to;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), kind: null });
  return pieces;
}
