import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { batchById, batchGroups } from '@lapor/subgraph';
import { toOfficer } from './mapper.ts';
import { findHeads, findOfficers, findPosts } from './repository.ts';

export function officerLoaders(database: Database, clock: Clock) {
  return {
    officer: batchById(
      async (ids) => {
        const at = clock.now();
        return (await findOfficers(database, ids, at)).map((row) => toOfficer(row, at));
      },
      (officer) => officer.id,
    ),
    /** All posts, ended ones included. */
    posts: batchGroups(
      (officerIds) => findPosts(database, officerIds),
      (row) => row.officer_id,
    ),
    head: batchById(
      (organisationIds) => findHeads(database, organisationIds, clock.now()),
      (head) => head.id,
    ),
  };
}
