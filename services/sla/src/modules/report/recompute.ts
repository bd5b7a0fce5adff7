import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, type NewEvent } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { deriveClocks, nextDueOf, type NextDue, type RuleBook } from '../clock/index.ts';
import { updateRollups } from '../figure/index.ts';
import { storeTimers } from '../timer/index.ts';
import { factOf, type ReportFact } from './facts.ts';
import { readOutcomes } from './outcomes.ts';
import { timersOf } from './timers-of.ts';
import { lockFacts, readEvents, storeClocks, storeFacts } from './repository.ts';

const NOTHING_DUE: NextDue = { nextDueAt: null, nextDueClock: null, closesAutomaticallyAt: null };

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
    const fact = factOf(events.at(-1)!, history, nextDueOf(clocks), readOutcomes(events, now));
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
    .filter(({ fact }) => !isSame(fact, before.get(fact.reportId) ?? NOTHING_DUE))
    .map(({ fact }): NewEvent => ({
      type: 'clock.next-due-changed',
      stream: fact.reportId,
      occurredAt: now,
      payload: {
        reportId: fact.reportId,
        nextDueAt: fact.nextDueAt?.toISOString() ?? null,
        nextDueClock: fact.nextDueClock,
        closesAutomaticallyAt: fact.closesAutomaticallyAt?.toISOString() ?? null,
        sequence: fact.sequence,
      },
    }));
  await appendEvents(em, SUBSCRIBERS, changes);
}

const isSame = (a: NextDue, b: NextDue) =>
  a.nextDueClock === b.nextDueClock &&
  a.nextDueAt?.getTime() === b.nextDueAt?.getTime() &&
  a.closesAutomaticallyAt?.getTime() === b.closesAutomaticallyAt?.getTime();
