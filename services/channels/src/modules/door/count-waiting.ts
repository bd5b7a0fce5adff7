import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';
import { countUnread } from './repository.ts';

/** About four minutes of tries: something is wrong with the message, or with what it asks for. */
const OFTEN = 6;

/** What came in by doors and waits to be read; what counts as failed was tried often. What waits for a person is counted by the desk. */
export async function countWaiting(database: Database): Promise<WaitingWork> {
  const { waiting, triedOften, oldestAt } = await countUnread(database, OFTEN);
  return { name: 'DOORS', waiting, failed: triedOften, oldestAt: oldestAt?.toISOString() ?? null };
}
