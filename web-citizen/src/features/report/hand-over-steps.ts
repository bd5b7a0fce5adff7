import type { ResultOf } from '../../graphql.ts';
import type { MessageId } from '../../app/language-provider.tsx';
import type { HandOverFragment } from './hand-over.graphql.ts';

export type HandOver = ResultOf<typeof HandOverFragment>;

interface HandOverStep {
  message: MessageId;
  /** ISO instant that the message names. */
  at?: string;
}

/** How far a report has come that was handed to the head of an agency: what was done, then how it stands. */
export function handOverSteps(handOver: Omit<HandOver, 'id' | 'organisation' | 'standIn'>): HandOverStep[] {
  const { state, sentAt, openedAt, answeredAt, expiresAt } = handOver;
  const steps: HandOverStep[] = [];
  if (sentAt) steps.push({ message: 'report.handOver.sent', at: sentAt });
  // A head without mail gets the link by letter, and opens it all the same.
  if (openedAt) steps.push({ message: 'report.handOver.opened', at: openedAt });
  switch (state) {
    case 'ANSWERED':
      steps.push({ message: 'report.handOver.answered', at: answeredAt ?? undefined });
      break;
    case 'WAITING':
      steps.push({ message: 'report.handOver.waiting' });
      break;
    case 'SENT':
      steps.push({ message: 'report.handOver.unopened' });
      break;
    case 'OPENED':
      steps.push({ message: 'report.handOver.unanswered' });
      break;
    case 'LETTER_NEEDED':
      steps.push({ message: 'report.handOver.letter' });
      break;
    case 'EXPIRED':
      steps.push({ message: 'report.handOver.expired', at: expiresAt });
      break;
    case 'REVOKED':
    case 'ENDED':
      steps.push({ message: 'report.handOver.ended' });
      break;
  }
  return steps;
}

/** The hand-over that an entry of the history tells of. */
export const handOverOf = (
  handOvers: readonly HandOver[],
  entry: { kind: string; at: string; toOrganisation: { id: string } | null },
): HandOver | undefined =>
  entry.kind === 'HANDED_OVER'
    ? handOvers.find(
        ({ handedOverAt, organisation }) =>
          handedOverAt === entry.at && organisation.id === entry.toOrganisation?.id,
      )
    : undefined;
