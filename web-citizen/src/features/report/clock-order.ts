interface OrderedClock {
  kind: string;
  status: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';
  stoppedAt: string | null;
  dueAt: string;
}

/** Still counting: running, standing still, or run past its end without an answer. */
export const isOpen = (clock: OrderedClock): boolean =>
  clock.status === 'RUNNING' ||
  clock.status === 'PAUSED' ||
  (clock.status === 'MISSED' && clock.stoppedAt === null);

/** Clocks that only say something while they run, or when they were missed. */
const silentOnceMet = new Set(['OMBUDSMAN', 'OUTER_LIMIT', 'POSTPONEMENT', 'AUTO_CLOSE']);

/**
 * What is due first, then what is past, newest first. Left out is what says nothing to a citizen: cancelled clocks, the
 * first response (given with the disposition that ends the verification), and limits that were never reached.
 */
export const inReadingOrder = <Clock extends OrderedClock>(clocks: readonly Clock[]): Clock[] => {
  const shown = clocks.filter(
    ({ status, kind }) =>
      status !== 'CANCELLED' && kind !== 'FIRST_RESPONSE' && !(status === 'MET' && silentOnceMet.has(kind)),
  );
  const open = shown.filter(isOpen).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const past = shown
    .filter((clock) => !isOpen(clock))
    .sort((a, b) => (b.stoppedAt ?? b.dueAt).localeCompare(a.stoppedAt ?? a.dueAt));
  return [...open, ...past];
};
