import type { HistoryKind } from '@lapor/wording';

/** Calendar days after an answer within which its words may be put right; the server decides. */
export const CORRECTION_DAYS = 3;

const ANSWERS: ReadonlySet<HistoryKind> = new Set(['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE']);

interface Answer {
  kind: HistoryKind;
  at: string;
  text: string | null;
  organisation: { id: string } | null;
}

/** Whether the words of an entry may still be put right by somebody who works at these organisations. */
export const isCorrectable = (entry: Answer, organisationIds: readonly string[], now: Date): boolean =>
  ANSWERS.has(entry.kind) &&
  entry.text !== null &&
  entry.organisation !== null &&
  organisationIds.includes(entry.organisation.id) &&
  now.getTime() - Date.parse(entry.at) <= CORRECTION_DAYS * 86_400_000;
