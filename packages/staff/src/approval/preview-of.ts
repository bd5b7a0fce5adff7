import type { AnswerKind, HistoryFacts, HistoryKind, ObstacleReason, ResultOutcome } from '@lapor/wording';

/** What an answer will be in the history once it stands. */
const KINDS: Record<AnswerKind, HistoryKind> = {
  ACKNOWLEDGEMENT: 'ACKNOWLEDGED',
  PLAN: 'PLANNED',
  RESULT: 'RESULT',
  OBSTACLE: 'OBSTACLE',
};

interface Proposed {
  kind: AnswerKind;
  outcome: ResultOutcome | null;
  obstacleReason: ObstacleReason | null;
  organisation: { name: string } | null;
}

/** The entry that the citizen will read when the answer is approved, for the words that the citizen's pages use too. */
export const previewOf = ({ kind, outcome, obstacleReason, organisation }: Proposed): HistoryFacts => ({
  kind: KINDS[kind],
  actorKind: 'OFFICER',
  toReporter: true,
  organisation: organisation?.name,
  reasonCode: outcome ?? obstacleReason,
});
