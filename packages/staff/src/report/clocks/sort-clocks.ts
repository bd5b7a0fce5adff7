import type { ClockStatus } from '@lapor/wording';

interface SortableClock {
  status: ClockStatus;
  dueOn: string;
  stoppedAt: string | null;
}

/** A clock that still counts: running, standing still, or overdue and not answered yet. */
export const isGoing = ({ status, stoppedAt }: SortableClock): boolean =>
  status === 'RUNNING' || status === 'PAUSED' || (status === 'MISSED' && stoppedAt === null);

/** Those that still count, by what is due first; then those that are over, the latest first. */
export function sortClocks<Clock extends SortableClock>(
  clocks: readonly Clock[],
): { going: Clock[]; over: Clock[] } {
  return {
    going: clocks.filter(isGoing).sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
    over: clocks
      .filter((clock) => !isGoing(clock))
      .sort((a, b) => (b.stoppedAt ?? '').localeCompare(a.stoppedAt ?? '')),
  };
}
