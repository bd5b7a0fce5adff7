import type { ClockKind } from '../clock/index.ts';

/** A deadline that a change would move. */
export interface Move {
  clockId: string;
  reportId: string;
  kind: ClockKind;
  organisationId: string | null;
  timeZone: string;
  before: Date;
  after: Date;
}

/** What was looked at to find them. */
export interface Examined {
  /** Running clocks that the change may touch. */
  candidates: number;
  /** How many of them were counted with and without the change. */
  examined: number;
}

/** What a change would move; `isComplete` is false when there were too many clocks to count in one request. */
export interface DeadlineMoves extends Examined {
  isComplete: boolean;
  moved: number;
  /** Of the moved ones: due later, due earlier, and such that would be late at once. */
  later: number;
  earlier: number;
  late: number;
  /** Earliest and latest of the moved deadlines, as they would be. */
  earliest: Move | null;
  latest: Move | null;
  byKind: { kind: ClockKind; moved: number }[];
  /** The first of them, by what is due first now. */
  examples: Move[];
}

const EXAMPLES = 20;

export function summarise(moves: readonly Move[], examined: Examined, now: Date): DeadlineMoves {
  const byAfter = moves.toSorted((a, b) => a.after.getTime() - b.after.getTime());
  const kinds = Map.groupBy(moves, ({ kind }) => kind);
  const byBefore = moves.toSorted((a, b) => a.before.getTime() - b.before.getTime());
  return {
    ...examined,
    isComplete: examined.examined >= examined.candidates,
    moved: moves.length,
    later: moves.filter(({ before, after }) => before < after).length,
    earlier: moves.filter(({ before, after }) => after < before).length,
    late: moves.filter(({ before, after }) => after <= now && now < before).length,
    earliest: byAfter[0] ?? null,
    latest: byAfter.at(-1) ?? null,
    byKind: [...kinds]
      .map(([kind, ofKind]) => ({ kind, moved: ofKind.length }))
      .sort((a, b) => b.moved - a.moved || (a.kind < b.kind ? -1 : 1)),
    examples: byBefore.slice(0, EXAMPLES),
  };
}
