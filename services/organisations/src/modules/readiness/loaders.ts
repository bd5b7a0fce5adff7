import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { batchById, batchGroups } from '@lapor/subgraph';
import {
  countUnits,
  findDeclarations,
  findObstacles,
  findReadiness,
  findStandings,
  findVisits,
} from './repository.ts';

export function readinessLoaders(database: Database, clock: Clock) {
  return {
    readiness: batchById(
      (ids) => findReadiness(database, ids, clock.now()),
      (row) => row.id,
    ),
    readinessOfUnits: batchById(
      (ids) => countUnits(database, ids, clock.now()),
      (row) => row.id,
    ),
    declarations: batchGroups(
      (ids) => findDeclarations(database, ids, clock.now()),
      (row) => row.for_id,
    ),
    obstacle: batchById(
      (ids) => findObstacles(database, ids),
      (row) => row.organisation_id,
    ),
    visits: batchGroups(
      (ids) => findVisits(database, ids),
      (row) => row.organisation_id,
    ),
    standing: batchById(
      (ids) => findStandings(database, ids, clock.now()),
      (row) => row.id,
    ),
  };
}
