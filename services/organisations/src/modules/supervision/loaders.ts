import type { Database } from '@lapor/database';
import { batchGroups } from '@lapor/subgraph';
import { findSupervisions } from './repository.ts';

export function supervisionLoaders(database: Database) {
  return {
    /** By the root of a government or K/L. */
    supervisors: batchGroups(
      (governmentIds) => findSupervisions(database, governmentIds),
      ({ governmentId }) => governmentId,
    ),
  };
}
