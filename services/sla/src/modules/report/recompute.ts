import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, type NewEvent } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { deriveClocks, nextDueOf, type NextDue, type RuleBook } from '../clock/index.ts';
import { factOf } from './facts.ts';
import { lockFacts, readEvents, storeClocks, storeFacts } from './repository.ts';

const NOTHING_DUE: NextDue = { nextDueAt: null, nextDueClock: null, closesAutomaticallyAt: null };

/**
 * Derives facts and clocks of some reports from all their events, stores them, and tells when what lists show has changed.
 * Six statements for any number of reports. Receiving, rebuilding and a new calendar all come here: there is one way to a clock.
 */
export async function recompute(
  em: EntityManager,
  reportIds: readonly string[],
  rules: RuleBook,
  now: Date,
): Promise<void> {
  const shown = await lockFacts(em, reportIds);
  const derived = (await readEvents(em, reportIds)).map((events) => {
    const { clocks, history } = deriveClocks(events, rules);
    const fact = factOf(events.at(-1)!, history, nextDueOf(clocks));
    return { fact, clocks: clocks.map((clock) => ({ ...clock, reportId: fact.reportId })) };
  });
  await storeFacts(
    em,
    derived.map(({ fact }) => fact),
  );
  await storeClocks(
    em,
    derived.flatMap(({ clocks }) => clocks),
  );
  const changes = derived
    .filter(({ fact }) => !isSame(fact, shown.get(fact.reportId) ?? NOTHING_DUE))
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
