import type { ClockKind } from '@lapor/wording';
import { useDates } from '../../dates/use-dates.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { AutoCloseDay } from './auto-close-day.tsx';
import { consequencesOf, type Message } from './consequences.ts';
import { dueOfClock, type DatedClock } from './due-of-clock.ts';

/** Sentences that say more when the day of their clock is known. */
const DATED: Partial<Record<StaffMessageId, readonly [ClockKind, StaffMessageId]>> = {
  'consequence.followUp': ['FOLLOW_UP', 'byWhen.followUp'],
  'consequence.resolution': ['RESOLUTION', 'byWhen.resolution'],
  'consequence.resolutionRuns': ['RESOLUTION', 'byWhen.resolutionRuns'],
  'consequence.replyTurn': ['REPLY_TURN', 'byWhen.replyTurn'],
};

/** Whether the resolution deadline of that day is over: it no longer runs until then. */
const hasPassed = (clocks: readonly DatedClock[], day: string): boolean =>
  clocks.some(({ kind, status, dueOn }) => kind === 'RESOLUTION' && status === 'MISSED' && dueOn === day);

interface ConsequenceLinesProps {
  message: Message;
  situation: Omit<Parameters<typeof consequencesOf>[1], 'clocks'> & { clocks: readonly DatedClock[] };
  unitId: string | null;
}

/** What sending will do: what stops, what starts or goes on, and by when. */
export function ConsequenceLines({ message, situation, unitId }: ConsequenceLinesProps) {
  const t = useText();
  const dates = useDates();
  return (
    <ul className="consequence caption" aria-label={t('byWhen.label')}>
      {consequencesOf(message, situation).map((id) => {
        const [kind, dated] = DATED[id] ?? [];
        const day = kind && dueOfClock(situation.clocks, kind, unitId);
        return (
          <li key={id}>
            {id === 'consequence.autoClose' ? (
              <AutoCloseDay />
            ) : dated && day ? (
              t(
                id === 'consequence.resolutionRuns' && hasPassed(situation.clocks, day)
                  ? 'byWhen.resolutionPassed'
                  : dated,
                { day: dates.day(day) },
              )
            ) : (
              t(id)
            )}
          </li>
        );
      })}
    </ul>
  );
}
