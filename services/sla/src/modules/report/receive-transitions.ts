import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import type { RuleBook } from '../clock/index.ts';
import { recompute } from './recompute.ts';
import { storeEvents } from './repository.ts';

/** Keeps a batch of transitions and derives the clocks of the reports they touch. */
export async function receiveTransitions(
  em: EntityManager,
  events: readonly EventOf<'report.transitioned'>[],
  rules: RuleBook,
  now: Date,
): Promise<void> {
  const payloads = events.map(({ payload }) => payload);
  await storeEvents(em, payloads);
  await recompute(em, [...new Set(payloads.map(({ reportId }) => reportId))], rules, now);
}
