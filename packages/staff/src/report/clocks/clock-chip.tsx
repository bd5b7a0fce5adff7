import { DueChip, Tag } from '@lapor/ui';
import {
  dueDistance,
  formatDay,
  localDateOf,
  type ClockKind,
  type ClockStatus,
  type Due,
} from '@lapor/wording';
import { useLanguage } from '../../language/language-provider.tsx';

interface RunningClock extends Due {
  kind: ClockKind;
  status: ClockStatus;
  timeZone: string;
}

/**
 * How far a deadline is; with its name and day where there is room: "Tindak lanjut Sel 24 Nov · 2 hari kerja lagi". A clock
 * that stands still has no distance: it says so.
 */
export function ClockChip({ clock, withName }: { clock: RunningClock; withName?: boolean }) {
  const { words } = useLanguage();
  const title = `${words.clocks[clock.kind]} ${formatDay(words, clock.dueOn, 'short')}`;
  if (clock.status === 'PAUSED') {
    const paused = words.clockStatuses.PAUSED;
    return <Tag>{withName ? `${title} · ${paused}` : paused}</Tag>;
  }
  const distance = dueDistance(words, clock, localDateOf(new Date(), clock.timeZone));
  return (
    <DueChip
      urgency={clock.kind === 'OMBUDSMAN' && clock.urgency === 'OVERDUE' ? 'OMBUDSMAN' : clock.urgency}
    >
      {withName ? `${title} · ${distance}` : distance}
    </DueChip>
  );
}
