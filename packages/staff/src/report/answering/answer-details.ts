import type { ObstacleReason, ResultOutcome } from '@lapor/wording';
import type { Message } from './consequences.ts';

/** What a result and an obstacle say besides their text; kept in the draft while the kind changes. */
export interface AnswerDetails {
  outcome: ResultOutcome | '';
  noProofReason: string;
  obstacleReason: ObstacleReason | '';
}

export const NO_DETAILS: AnswerDetails = { outcome: '', noProofReason: '', obstacleReason: '' };

/** The part of the details that goes with a kind of answer. */
export const detailsToSend = (kind: Message, details: AnswerDetails, fileCount: number) => ({
  outcome: kind === 'RESULT' ? details.outcome || null : null,
  noProofReason: kind === 'RESULT' && fileCount === 0 ? details.noProofReason.trim() || null : null,
  obstacleReason: kind === 'OBSTACLE' ? details.obstacleReason || null : null,
});

/** Which details are missing: a result needs its outcome, and proof or the reason why there is none; an obstacle its reason. */
export function missingDetails(
  kind: Message,
  details: AnswerDetails,
  fileCount: number,
): readonly (keyof AnswerDetails)[] {
  const { outcome, noProofReason, obstacleReason } = detailsToSend(kind, details, fileCount);
  return [
    ...(kind === 'RESULT' && outcome === null ? ['outcome' as const] : []),
    ...(kind === 'RESULT' && fileCount === 0 && noProofReason === null ? ['noProofReason' as const] : []),
    ...(kind === 'OBSTACLE' && obstacleReason === null ? ['obstacleReason' as const] : []),
  ];
}
