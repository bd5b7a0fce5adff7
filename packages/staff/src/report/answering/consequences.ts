import type { ClockKind, ClockStatus, ReportState } from '@lapor/wording';
import type { StaffMessageId } from '../../language/use-text.ts';

/** What one can send from the report page. */
export type Message = 'ACKNOWLEDGEMENT' | 'PLAN' | 'RESULT' | 'OBSTACLE' | 'QUESTION' | 'MESSAGE' | 'REPLY';

interface Situation {
  state: ReportState;
  /** The officer's unit leads the handling; a co-handler's result does not end the report's clocks. */
  leads: boolean;
  clocks: readonly { kind: ClockKind; status: ClockStatus }[];
}

/**
 * What sending will do to state and clocks (domain.md, "Answers are of four kinds"), as sentences for the place beside
 * the button. A clock that has stopped is not promised to stop again.
 */
export function consequencesOf(message: Message, situation: Situation): StaffMessageId[] {
  const found = changesBy(message, situation);
  return found.length > 0 ? found : ['consequence.nothing'];
}

function changesBy(message: Message, { state, leads, clocks }: Situation): StaffMessageId[] {
  const counts = (kind: ClockKind) =>
    clocks.some((clock) => clock.kind === kind && clock.status !== 'MET' && clock.status !== 'CANCELLED');
  const pausable = clocks.some(
    ({ kind, status }) => (kind === 'FOLLOW_UP' || kind === 'RESOLUTION') && status === 'RUNNING',
  );
  const starts: StaffMessageId[] = state === 'DISPOSED' ? ['consequence.inProgress'] : [];
  const resolution = (id: StaffMessageId): StaffMessageId[] => (counts('RESOLUTION') ? [id] : []);
  const answersTurn: StaffMessageId[] = counts('REPLY_TURN') ? ['consequence.replyTurn'] : [];

  switch (message) {
    case 'ACKNOWLEDGEMENT':
      return ['consequence.nothingStops', ...answersTurn];
    case 'PLAN':
      return [
        ...starts,
        ...(counts('FOLLOW_UP') ? followUp : []),
        ...resolution('consequence.resolutionRuns'),
        ...answersTurn,
      ];
    case 'RESULT':
      return [
        ...starts,
        ...(counts('FOLLOW_UP') ? followUp : []),
        ...(leads ? [...resolution('consequence.resolution'), 'consequence.autoClose' as const] : coHandler),
        ...answersTurn,
      ];
    case 'OBSTACLE':
      return ['consequence.obstacle', ...answersTurn];
    case 'QUESTION':
      return [pausable ? 'consequence.pause' : 'consequence.pauseNone'];
    case 'MESSAGE':
      return ['consequence.message'];
    case 'REPLY':
      return ['consequence.reply'];
  }
}

const followUp: StaffMessageId[] = ['consequence.followUp'];
const coHandler: StaffMessageId[] = ['consequence.coHandler'];
