import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';
import { countMessages } from './list-messages.ts';

/** Messages for the desk; what counts as failed waits since the season before last, and is told, never removed. */
export async function countForDesk(database: Database, clock: Clock): Promise<WaitingWork> {
  const { waiting, forgotten, oldestAt } = await countMessages({ database, clock });
  return { name: 'DESK_OF_DOORS', waiting, failed: forgotten, oldestAt };
}
