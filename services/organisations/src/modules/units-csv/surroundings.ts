import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type TreeNode,
  findNodes,
  findRegions,
  holdsNationalRoles,
  listNodesBelow,
} from '../change/index.ts';
import { keySeparator } from './columns.ts';
import { writeUnits } from './export-units.ts';
import type { Surroundings } from './plan-units.ts';
import type { UnitRow } from './read-units.ts';

/** Reads what a file is judged against: a constant number of statements. */
export async function readSurroundings(
  em: EntityManager,
  organisation: TreeNode,
  rows: readonly UnitRow[],
): Promise<Surroundings> {
  const codes = [...new Set(rows.flatMap(({ cells }) => cells.region_code ?? []))];
  const government = (await findNodes(em, [organisation.governmentId])).get(organisation.governmentId)!;
  const keys = await em.execute<{ key: string }[]>('select key from unit_key');
  return {
    organisation,
    government,
    units: await listNodesBelow(em, organisation.id),
    regionCodes: new Set((await findRegions(em, codes)).keys()),
    unitKeys: new Set(keys.map(({ key }) => key)),
    isFixed: holdsNationalRoles,
  };
}

/** Binds a file to the state it was judged against: another file or a unit that changed since gives another hash. */
export function hashOf(csv: string, { organisation, units }: Surroundings): string {
  const state = writeUnits(
    units.map((unit) => ({
      ...unit,
      parent_id: unit.parentId,
      region_code: unit.regionCode,
      unit_keys: unit.unitKeys.join(keySeparator),
      head_title: unit.headTitle,
      head_name: unit.headName,
      head_email: unit.headEmail,
      head_address: unit.headAddress,
    })),
  );
  return createHash('sha256')
    .update([csv, organisation.path.join('/'), organisation.status, state].join('\0'))
    .digest('hex');
}
