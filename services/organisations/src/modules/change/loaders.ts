import type { Database } from '@lapor/database';
import { type Page, batch, batchById, encodeCursor, pageOf } from '@lapor/subgraph';
import { cursorValues } from '../paging/index.ts';
import type { OrganisationChange } from './graphql.ts';
import { toOrganisationChange } from './mapper.ts';
import { listChanges, listScheduledChanges } from './repository.ts';

/** A position in a history, from a cursor. */
export function changePosition(after: string | null | undefined): number | null {
  const values = cursorValues<[number]>(
    after,
    ([id, ...rest]) => Number.isSafeInteger(id) && rest.length === 0,
  );
  return values?.[0] ?? null;
}

export function changeLoaders(database: Database) {
  const pageLoaders = new Map<string, ReturnType<typeof pageLoader>>();

  function pageLoader(first: number, after: number | null) {
    return batchById(
      async (organisationIds) => {
        const rows = await listChanges(database, organisationIds, { after, limit: first + 1 });
        const byOrganisation = Map.groupBy(rows, (row) => row.organisation_id);
        return organisationIds.map((organisationId) => ({
          organisationId,
          page: pageOf(
            byOrganisation.get(organisationId) ?? [],
            first,
            ({ id }) => encodeCursor(id),
            toOrganisationChange,
          ),
        }));
      },
      (found: { organisationId: string; page: Page<OrganisationChange> }) => found.organisationId,
    );
  }

  return {
    /** One page of each history; all organisations that ask for the same page share a statement. */
    async changes(
      organisationId: string,
      first: number,
      after: number | null,
    ): Promise<Page<OrganisationChange>> {
      const key = JSON.stringify([first, after]);
      const loader = pageLoaders.get(key) ?? pageLoader(first, after);
      pageLoaders.set(key, loader);
      return (await loader.load(organisationId))!.page;
    },
    scheduledChanges: batch<OrganisationChange[]>(async (organisationIds) => {
      const rows = await listScheduledChanges(database, organisationIds);
      const byOrganisation = Map.groupBy(rows, (row) => row.organisation_id);
      return organisationIds.map((id) => (byOrganisation.get(id) ?? []).map(toOrganisationChange));
    }),
  };
}
