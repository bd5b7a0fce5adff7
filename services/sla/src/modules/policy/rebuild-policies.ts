import type { Database } from '@lapor/database';
import { readEntries } from '../entry/index.ts';
import {
  addMigration,
  POLICY_MIGRATED,
  POLICY_SAVED,
  storePolicy,
  type PolicyEntry,
  type PolicyMigrationEntry,
} from './store-policy.ts';

/** Derives policies, and what was moved to them, again from the log; equal rows are left alone. Answers how many entries there are. */
export async function rebuildPolicies(database: Database): Promise<number> {
  const entries = await readEntries(database, [POLICY_SAVED, POLICY_MIGRATED], 0, 100_000);
  await database.transaction(async (em) => {
    for (const { id, at, kind, payload } of entries) {
      if (kind === POLICY_SAVED) await storePolicy(em, payload as unknown as PolicyEntry);
      else await addMigration(em, id, at, payload as unknown as PolicyMigrationEntry);
    }
  });
  return entries.length;
}
