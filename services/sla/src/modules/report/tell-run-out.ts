import { appendEvents, type NewEvent } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { noteTold, type DueScope, type DueTimer } from '../timer/index.ts';

/**
 * Tells of timed changes of reports that are due, once for each clock and instant: a restarted clock is another clock and tells for itself,
 * and so does a deadline that moved.
 */
export async function tellRunOut({ em, now }: DueScope, due: readonly DueTimer[]): Promise<void> {
  const untold = await noteTold(
    em,
    due.filter(({ kind }) => kind === 'RUN_OUT'),
    now,
  );
  await appendEvents(
    em,
    SUBSCRIBERS,
    untold.map(({ reportId, clockKind, dueAt, sequence }): NewEvent => ({
      type: 'clock.due-reached',
      stream: reportId,
      // A timed event bears its due instant, however late it is found.
      occurredAt: dueAt,
      payload: {
        reportId,
        clock: clockKind as 'AUTO_CLOSE' | 'POSTPONEMENT',
        dueAt: dueAt.toISOString(),
        sequence,
      },
    })),
  );
}
