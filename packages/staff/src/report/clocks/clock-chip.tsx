import { DueChip } from '@lapor/ui';
import { dueDistance, formatDay, type ClockKind, type Urgency } from '@lapor/wording';
import { useLanguage } from '../../language/language-provider.tsx';

interface RunningClock {
  kind: ClockKind;
  urgency: Urgency;
  workingDaysLeft: number;
  dueOn: string;
}

/** How far a deadline is; with its name and day where there is room: "Tindak lanjut Sel 24 Nov · 2 hari kerja lagi". */
export function ClockChip({ clock, withName }: { clock: RunningClock; withName?: boolean }) {
  const { words } = useLanguage();
  const distance = dueDistance(words, clock.urgency, clock.workingDaysLeft);
  return (
    <DueChip
      urgency={clock.kind === 'OMBUDSMAN' && clock.urgency === 'OVERDUE' ? 'OMBUDSMAN' : clock.urgency}
    >
      {withName
        ? `${words.clocks[clock.kind]} ${formatDay(words, clock.dueOn, 'short')} · ${distance}`
        : distance}
    </DueChip>
  );
}
