import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { batch } from '@lapor/subgraph';
import { type DelegationRow, findDelegations } from './repository.ts';

export function delegationLoaders(database: Database, clock: Clock) {
  return {
    /** What each officer gave or took over. */
    delegations: batch<DelegationRow[]>(async (officerIds) => {
      const rows = await findDelegations(database, officerIds, clock.now());
      return officerIds.map((id) => rows.filter((row) => row.officer_id === id || row.substitute_id === id));
    }),
  };
}
