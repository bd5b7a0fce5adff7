import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/** Notes what `channels` tells of the messages to heads: without an address that works, somebody has to send a letter. */
export async function noteDeliveries(
  em: EntityManager,
  events: readonly EventOf<'notification.ended'>[],
): Promise<void> {
  for (const { payload } of events) {
    // What the other side says later changes nothing: a mail server that took it is all that is asked for.
    if (payload.handOverId === null || payload.outcome === 'ARRIVED' || payload.outcome === 'NOT_ARRIVED')
      continue;
    const column = payload.outcome === 'SENT' ? 'sent_at' : 'letter_needed_at';
    await em.execute(
      `update hand_over set ${column} = ? where id = ?::uuid and ${column} is null and ended_at is null`,
      [payload.at, payload.handOverId],
    );
  }
}
