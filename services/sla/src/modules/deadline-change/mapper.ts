import { localDateAt } from '@lapor/working-days';
import { Organisation, Report } from '../clock/graphql-index.ts';
import { DeadlineEffect, MovedClocks, MovedDeadline } from './graphql.ts';
import type { DeadlineMoves, Move } from './moves.ts';

/** The last day before an exclusive end. */
const lastDay = (dueAt: Date, timeZone: string) => localDateAt(new Date(dueAt.getTime() - 1), timeZone);

export function toDeadlineEffect(moves: DeadlineMoves): DeadlineEffect {
  const { earliest, latest } = moves;
  return Object.assign(new DeadlineEffect(), {
    movedCount: moves.moved,
    laterCount: moves.later,
    earlierCount: moves.earlier,
    lateCount: moves.late,
    candidateCount: moves.candidates,
    examinedCount: moves.examined,
    isComplete: moves.isComplete,
    earliestDueOn: earliest && lastDay(earliest.after, earliest.timeZone),
    latestDueOn: latest && lastDay(latest.after, latest.timeZone),
    byKind: moves.byKind.map(({ kind, moved }) =>
      Object.assign(new MovedClocks(), { kind, movedCount: moved }),
    ),
    examples: moves.examples.map(toMovedDeadline),
  });
}

const toMovedDeadline = ({ reportId, kind, organisationId, timeZone, before, after }: Move): MovedDeadline =>
  Object.assign(new MovedDeadline(), {
    report: Object.assign(new Report(), { id: reportId }),
    kind,
    organisation: organisationId === null ? null : Object.assign(new Organisation(), { id: organisationId }),
    dueOnBefore: lastDay(before, timeZone),
    dueOnAfter: lastDay(after, timeZone),
  });
