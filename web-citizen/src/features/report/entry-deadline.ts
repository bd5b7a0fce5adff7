import type { ClockKind, HistoryKind } from '@lapor/wording';
import type { MessageId } from '../../app/language-provider.tsx';

interface EntryOfDeadline {
  kind: HistoryKind;
  at: string;
  actorKind: 'CITIZEN' | 'OFFICER' | 'SYSTEM';
  toOrganisation: { id: string } | null;
}

interface ClockOfEntry {
  kind: ClockKind;
  status: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';
  startedAt: string;
  stoppedAt: string | null;
  /** "2026-11-24". */
  dueOn: string;
  organisation: { id: string } | null;
}

interface Promised {
  clock: ClockKind;
  message: MessageId;
  /** It says what happens to the reporter when nobody moves: of no interest once it has been stopped. */
  whileOpen?: boolean;
}

/** What an entry sets going, and what is told of it. */
const promises: Partial<Record<HistoryKind, Promised>> = {
  SUBMITTED: { clock: 'VERIFICATION', message: 'report.by.check' },
  COMPLETED_DATA: { clock: 'VERIFICATION', message: 'report.by.check' },
  APPEALED: { clock: 'VERIFICATION', message: 'report.by.check' },
  RETURNED: { clock: 'VERIFICATION', message: 'report.by.check' },
  DISPOSED: { clock: 'FOLLOW_UP', message: 'report.mustActBy' },
  REPLIED: { clock: 'REPLY_TURN', message: 'report.by.answer' },
  POSTPONED: { clock: 'POSTPONEMENT', message: 'report.by.data', whileOpen: true },
  RESULT: { clock: 'AUTO_CLOSE', message: 'report.by.close', whileOpen: true },
};

const startsWith = (clock: ClockOfEntry, entry: EntryOfDeadline): boolean =>
  entry.kind === 'DISPOSED'
    ? // Passed on within an agency the clock of the agency goes on.
      clock.organisation?.id === entry.toOrganisation?.id && clock.startedAt <= entry.at
    : Math.abs(Date.parse(clock.startedAt) - Date.parse(entry.at)) < 1_000;

/** By when somebody must act because of an entry, as long as the clock of it is known. */
export function deadlineOf(
  entry: EntryOfDeadline,
  clocks: readonly ClockOfEntry[],
): { message: MessageId; dueOn: string } | null {
  const promised = promises[entry.kind];
  if (!promised || (entry.kind === 'REPLIED' && entry.actorKind !== 'CITIZEN')) return null;
  const clock = clocks.find(
    (one) => one.kind === promised.clock && one.status !== 'CANCELLED' && startsWith(one, entry),
  );
  if (!clock || (promised.whileOpen && clock.stoppedAt !== null)) return null;
  return { message: promised.message, dueOn: clock.dueOn };
}
