import type { ClockKind, DerivedClock } from '../src/modules/clock/clock-kinds.ts';
import { countDeadline } from '../src/modules/clock/deadline.ts';
import { deriveClocks, type RuleBook } from '../src/modules/clock/derive-clocks.ts';
import { statusAt } from '../src/modules/clock/status.ts';
import { aReport, at, type ReportHistory } from './a-report.ts';
import { rules } from './rules.ts';

/** Friday evening, Padang. */
export const FILED = '2026-11-20 19:00';
export const filed = () => aReport(FILED);
export const disposed = () => filed().disposed('2026-11-23 09:40', ['padang-pupr']);

/** One line per clock of a kind: last day, owner, state. */
export function lines(
  history: ReportHistory,
  kind: ClockKind,
  now: string,
  book: RuleBook = rules,
): string[] {
  return clocksOf(history, kind, book).map((clock) => {
    const { calendar } = book.calendars.find(({ id }) => id === clock.calendarId)!;
    return `${countDeadline(clock, calendar).dueOn} ${clock.organisationId ?? 'desk'} ${statusAt(clock, at(now))}`;
  });
}

export const clocksOf = (history: ReportHistory, kind: ClockKind, book: RuleBook = rules): DerivedClock[] =>
  deriveClocks(history.events, book).clocks.filter((clock) => clock.kind === kind);

export const dueAt = (history: ReportHistory, kind: ClockKind): string =>
  clocksOf(history, kind).at(-1)!.dueAt.toISOString();
