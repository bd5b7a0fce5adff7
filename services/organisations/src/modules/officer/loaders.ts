import type { Database } from '@lapor/database';
import { batchById } from '@lapor/subgraph';
import { Officer } from './graphql.ts';
import { findHeads, findOfficers, findPosts } from './repository.ts';

export function officerLoaders(database: Database) {
  return {
    officer: batchById(
      async (ids) =>
        (await findOfficers(database, ids)).map(({ id, name }) =>
          Object.assign(new Officer(), { id, ownName: name }),
        ),
      (officer) => officer.id,
    ),
    posts: batchById(
      async (officerIds) => {
        const byOfficer = Map.groupBy(await findPosts(database, officerIds), (row) => row.officer_id);
        return [...byOfficer].map(([officerId, posts]) => ({ officerId, posts }));
      },
      ({ officerId }) => officerId,
    ),
    head: batchById(
      (organisationIds) => findHeads(database, organisationIds),
      (head) => head.id,
    ),
  };
}
