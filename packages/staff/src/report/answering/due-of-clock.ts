import type { ClockKind, ClockStatus } from '@lapor/wording';

export interface DatedClock {
  kind: ClockKind;
  status: ClockStatus;
  dueOn: string;
  organisation: { id: string } | null;
}

/** The day of a clock that still counts: the unit's own where each has one, else the first to end. */
export function dueOfClock(
  clocks: readonly DatedClock[],
  kind: ClockKind,
  unitId: string | null,
): string | undefined {
  const counting = clocks
    .filter((clock) => clock.kind === kind && clock.status !== 'MET' && clock.status !== 'CANCELLED')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (counting.find(({ organisation }) => organisation?.id === unitId) ?? counting[0])?.dueOn;
}
