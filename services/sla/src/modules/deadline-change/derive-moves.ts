import type { Database } from '@lapor/database';
import { deriveClocks, type ClockKind, type RuleBook } from '../clock/index.ts';
import { readEvents } from '../report/index.ts';
import type { Move } from './moves.ts';

const BATCH = 500;

/** Derives the clocks of some reports by both rules and says what moves: exact for every change, and as slow as counting anew. */
export async function deriveMoves(
  database: Database,
  reportIds: readonly string[],
  before: RuleBook,
  after: RuleBook,
  kinds: readonly ClockKind[] | null = null,
): Promise<Move[]> {
  const moves: Move[] = [];
  for (let from = 0; from < reportIds.length; from += BATCH) {
    const histories = await readEvents(database.fork(), reportIds.slice(from, from + BATCH));
    for (const events of histories) {
      const old = new Map(deriveClocks(events, before).clocks.map((clock) => [clock.id, clock]));
      for (const clock of deriveClocks(events, after).clocks) {
        const was = old.get(clock.id)!;
        const isAsked = clock.stoppedAt === null && (kinds === null || kinds.includes(clock.kind));
        if (!isAsked || was.dueAt.getTime() === clock.dueAt.getTime()) continue;
        const { kind, organisationId, timeZone, dueAt } = clock;
        moves.push({
          clockId: clock.id,
          reportId: events[0]!.reportId,
          kind,
          organisationId,
          timeZone,
          before: was.dueAt,
          after: dueAt,
        });
      }
    }
  }
  return moves;
}
