import type { Database } from '@lapor/database';
import { takeDue, type DueHandler } from '../modules/timer/index.ts';

/**
 * Looks for timers whose instant has come and lets each handler do what it does then: one transaction a batch, in the order of the
 * instants, however late they are found. A batch that fails is found again whole.
 * @param whileOneLooks what to do while another replica looks: leave it to that one, or wait and look then.
 * @returns how many were due.
 */
export async function findDue(
  database: Database,
  handlers: readonly DueHandler[],
  now: Date,
  batchSize = 500,
  whileOneLooks: 'LEAVE' | 'WAIT' = 'LEAVE',
): Promise<number> {
  for (let found = 0; ;) {
    const due = await database.transaction(async (em) => {
      const taken = await takeDue(em, now, batchSize, whileOneLooks);
      if (taken.length > 0) for (const handle of handlers) await handle({ em, now }, taken);
      return taken.length;
    });
    found += due;
    if (due < batchSize) return found;
  }
}
