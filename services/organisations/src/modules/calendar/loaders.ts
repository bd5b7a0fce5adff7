import type { Database } from '@lapor/database';
import { batch } from '@lapor/subgraph';
import { ClosingDay } from './graphql.ts';
import { listClosingDays } from './repository.ts';

export function calendarLoaders(database: Database) {
  return {
    /** By the root of a government. */
    closingDays: batch<ClosingDay[]>(async (organisationIds) => {
      const byOrganisation = Map.groupBy(
        await listClosingDays(database, organisationIds),
        (row) => row.organisation_id,
      );
      return organisationIds.map((id) =>
        (byOrganisation.get(id) ?? []).map(({ date, name, decree }) =>
          Object.assign(new ClosingDay(), { date, name, decree }),
        ),
      );
    }),
  };
}
