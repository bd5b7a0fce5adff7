import { Notice } from '@lapor/ui';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { secondsLeft, type Operation } from './sent-changes.ts';
import { useCountdown } from './sent-changes-context.ts';

const texts: Record<Operation, StaffMessageId> = {
  ANSWER: 'pending.ANSWER',
  DISPOSE: 'pending.DISPOSE',
  VERIFY: 'pending.VERIFY',
  ARCHIVE: 'pending.ARCHIVE',
  RETURN: 'pending.RETURN',
};

/** On the page of a report: what was sent about it and has not happened yet, so that its unchanged state is no riddle. Read out by the bar at the foot of the window. */
export function PendingNotice({ reportId }: { reportId: string }) {
  const t = useText();
  const { sent, now } = useCountdown();
  return sent
    .filter((change) => change.reportId === reportId && change.phase === 'WAITING')
    .map((change) => (
      <Notice key={change.requestKey} tone="info">
        <p>
          {t(change.isProposal ? 'pending.PROPOSAL' : texts[change.operation], {
            seconds: secondsLeft(change, now),
          })}
        </p>
      </Notice>
    ));
}
