import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';
import { countInbound } from './repository.ts';

/** What came in by doors and waits; what counts as failed waits for a person. */
export async function countWaiting(database: Database): Promise<WaitingWork> {
  const { waiting, forPersons, oldestAt } = await countInbound(database);
  return { name: 'DOORS', waiting, failed: forPersons, oldestAt: oldestAt?.toISOString() ?? null };
}
