import type { ClockKind, Derivation, DerivedClock } from '../clock/index.ts';
import type { Timer } from '../timer/index.ts';
import type { ReportFact } from './facts.ts';

/** Everything that will have to be done or said of a report at an instant, as far as is known now. */
export function timersOf(fact: ReportFact, { clocks, instants }: Derivation): Timer[] {
  const { reportId } = fact;
  const timers = clocks.flatMap((clock) =>
    (instants.get(clock.id) ?? []).map(({ kind, at }): Timer => ({
      reportId,
      clockId: clock.id,
      clockKind: clock.kind,
      kind,
      dueAt: at,
      organisationId: ownerOf(clock, clocks),
      runs: clock.stoppedAt === null,
    })),
  );
  if (fact.promiseEndsAt !== null)
    timers.push({
      reportId,
      clockId: `${reportId}:PROMISE`,
      clockKind: 'PROMISE',
      kind: 'PROMISE',
      dueAt: fact.promiseEndsAt,
      organisationId: fact.leadPath.at(-1) ?? null,
      runs: true,
    });
  return timers;
}

/** Clocks from the submission on belong to nobody in particular; whoever has to resolve the report answers for them. */
const FOR_THE_RESULT: readonly ClockKind[] = ['OUTER_LIMIT', 'OMBUDSMAN'];

function ownerOf({ kind, organisationId }: DerivedClock, clocks: readonly DerivedClock[]): string | null {
  if (organisationId !== null || !FOR_THE_RESULT.includes(kind)) return organisationId;
  return clocks.findLast((clock) => clock.kind === 'RESOLUTION')?.organisationId ?? null;
}
