import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents, type PayloadOf } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { Way } from './carrier.ts';
import type { DeliveryState } from './state.ts';

/** Of which message something is told. */
export interface Ended {
  template: string;
  way: Way | null;
  reportId: string | null;
  handOverId: string | null;
  letterId: string | null;
}

/** Tells the owners of what a message was about what became of it. */
export async function tellOwners(
  em: EntityManager,
  notificationId: string,
  { template, way, reportId, handOverId, letterId }: Ended,
  outcome: Exclude<DeliveryState, 'WAITING' | 'SENDING'>,
  occurredAt: Date,
): Promise<void> {
  const at = occurredAt.toISOString();
  const isKnownToLetters = outcome !== 'ARRIVED' && outcome !== 'NOT_ARRIVED';
  if (letterId && isKnownToLetters) {
    const payload = { notificationId, letterId, outcome, at };
    await appendEvents(em, SUBSCRIBERS, [{ type: 'letter.ended', stream: letterId, occurredAt, payload }]);
  }
  const stream = handOverId ?? reportId;
  if (stream === null) return;
  const payload = { notificationId, handOverId, reportId, template, way, outcome, at };
  await appendEvents(em, SUBSCRIBERS, [{ type: 'notification.ended', stream, occurredAt, payload }]);
}

/** What a message waits for. */
export type WaitsFor = PayloadOf<'notification.held'>['waitsFor'];

/** Tells `reports` that a message to a reporter waits; others have no page on which it would stand. */
export async function tellHeld(
  em: EntityManager,
  notificationId: string,
  { template, way, reportId }: Pick<Ended, 'template' | 'way' | 'reportId'>,
  wait: { waitsFor: WaitsFor; until: Date | null },
  occurredAt: Date,
): Promise<void> {
  if (reportId === null) return;
  const until = wait.until?.toISOString() ?? null;
  const at = occurredAt.toISOString();
  const payload = { notificationId, reportId, template, way, waitsFor: wait.waitsFor, until, at };
  await appendEvents(em, SUBSCRIBERS, [{ type: 'notification.held', stream: reportId, occurredAt, payload }]);
}
