import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, type NewEvent } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { deriveClocks, endedSteps, nextDueOf, type RuleBook, type ToldStep } from '../clock/index.ts';
import { updateRollups } from '../figure/index.ts';
import { storeTimers } from '../timer/index.ts';
import { factOf, type ReportFact } from './facts.ts';
import { readOutcomes } from './outcomes.ts';
import { timersOf } from './timers-of.ts';
import { lockFacts, readEvents, storeClocks, storeFacts } from './repository.ts';

type Told = Pick<ReportFact, 'nextDueAt' | 'nextDueClock' | 'closesAutomaticallyAt' | 'steps'>;
const NOTHING_TOLD: Told = { nextDueAt: null, nextDueClock: null, closesAutomaticallyAt: null, steps: [] };

/**
 * Derives facts, clocks, timers and figures of some reports from all their events, stores them, and tells when what lists show has changed.
 * As many statements for any number of reports. Receiving, rebuilding and a new calendar all come here: there is one way to a clock.
 */
export async function recompute(
  em: EntityManager,
  reportIds: readonly string[],
  rules: RuleBook,
  now: Date,
): Promise<void> {
  const before = await lockFacts(em, reportIds);
  const derived = (await readEvents(em, reportIds)).map((events) => {
    const derivation = deriveClocks(events, rules);
    const { clocks, history } = derivation;
    const fact = factOf(
      events.at(-1)!,
      history,
      nextDueOf(clocks),
      readOutcomes(events, now),
      endedSteps(events, clocks),
    );
    return {
      fact,
      clocks: clocks.map((clock) => ({ ...clock, reportId: fact.reportId })),
      timers: timersOf(fact, derivation),
    };
  });
  await storeFacts(
    em,
    derived.map(({ fact }) => fact),
  );
  await storeClocks(
    em,
    derived.flatMap(({ clocks }) => clocks),
  );
  await storeTimers(
    em,
    'CLOCK',
    reportIds,
    derived.flatMap(({ timers }) => timers),
    now,
  );
  const after = new Map(derived.map(({ fact }): [string, ReportFact] => [fact.reportId, fact]));
  await updateRollups(em, before, after);
  const changes = derived
    .filter(({ fact }) => !isSame(fact, before.get(fact.reportId) ?? NOTHING_TOLD))
    .map(({ fact }): NewEvent => ({
      type: 'clock.next-due-changed',
      stream: fact.reportId,
      occurredAt: now,
      payload: {
        reportId: fact.reportId,
        nextDueAt: fact.nextDueAt?.toISOString() ?? null,
        nextDueClock: fact.nextDueClock,
        closesAutomaticallyAt: fact.closesAutomaticallyAt?.toISOString() ?? null,
        steps: toldSteps(fact),
        sequence: fact.sequence,
      },
    }));
  await appendEvents(em, SUBSCRIBERS, changes);
}

const toldSteps = ({ steps }: Pick<ReportFact, 'steps'>): ToldStep[] =>
  (steps ?? []).map(({ path, endedAt, ...step }) => ({
    ...step,
    path: [...path],
    endedAt: endedAt.toISOString(),
  }));

const keyOf = (fact: Told) =>
  toldSteps(fact)
    .map(({ kind, ordinal, path, endedAt, isOnTime }) =>
      [kind, ordinal, path.join('/'), endedAt, isOnTime].join(' '),
    )
    .join('\n');

const isSame = (a: Told, b: Told) =>
  keyOf(a) === keyOf(b) &&
  a.nextDueClock === b.nextDueClock &&
  a.nextDueAt?.getTime() === b.nextDueAt?.getTime() &&
  a.closesAutomaticallyAt?.getTime() === b.closesAutomaticallyAt?.getTime();
