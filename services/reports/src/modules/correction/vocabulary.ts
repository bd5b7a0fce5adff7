import type { HistoryKind } from '../report/vocabulary.ts';

/** Calendar days after an answer within which its words may be put right. */
export const CORRECTION_DAYS = 3;

/** What may be put right: the four kinds of answer. */
export const CORRECTABLE: ReadonlySet<HistoryKind> = new Set([
  'ACKNOWLEDGED',
  'PLANNED',
  'RESULT',
  'OBSTACLE',
]);

/** Whether an answer given at an instant may still be put right: until the end of the third day after it, to the second. */
export const isCorrectable = (answeredAt: Date, now: Date): boolean =>
  now.getTime() - answeredAt.getTime() <= CORRECTION_DAYS * 86_400_000;
