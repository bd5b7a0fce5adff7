import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { batch } from '@lapor/subgraph';
import { type Act, type DelegationRow, findDelegations, findHolders } from './repository.ts';

const keyOf = ({ officerId, organisationId, at }: Act): string =>
  JSON.stringify([officerId, organisationId, at]);

function actOf(key: string): Act {
  const [officerId, organisationId, at] = JSON.parse(key) as [string, string | null, string];
  return { officerId, organisationId, at };
}

export function delegationLoaders(database: Database, clock: Clock) {
  const holders = batch<string | null>((keys) => findHolders(database, keys.map(actOf)));
  return {
    /** In whose place an officer acted; null where in the own. */
    holderOf: (act: Act) => holders.load(keyOf(act)),
    /** What each officer gave or took over. */
    delegations: batch<DelegationRow[]>(async (officerIds) => {
      const rows = await findDelegations(database, officerIds, clock.now());
      return officerIds.map((id) => rows.filter((row) => row.officer_id === id || row.substitute_id === id));
    }),
  };
}
