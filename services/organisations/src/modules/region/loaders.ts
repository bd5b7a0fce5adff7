import type { Database } from '@lapor/database';
import { batchById } from '@lapor/subgraph';
import { toRegion } from './mapper.ts';
import { findRegions } from './repository.ts';

export function regionLoaders(database: Database) {
  return {
    region: batchById(
      async (codes) => (await findRegions(database, codes)).map(toRegion),
      (region) => region.code,
    ),
  };
}
