import { OrganisationKind } from '../organisation/graphql-index.ts';
import { type AdoptionGrouping, AdoptionRow } from './graphql.ts';
import type { AdoptionCell } from './repository.ts';

const kindsInOrder = Object.keys(OrganisationKind) as OrganisationKind[];

/** Cells of kind and province as rows of one of the two: kinds in the order of the enum, provinces by code. National bodies are in no province. */
export function addUp(
  cells: readonly AdoptionCell[],
  by: AdoptionGrouping,
  { kinds, provinceCode }: { kinds: readonly string[] | null; provinceCode: string | null },
): AdoptionRow[] {
  const wanted = cells.filter(
    (cell) =>
      (kinds === null || kinds.includes(cell.kind)) &&
      (provinceCode === null || cell.province_code === provinceCode) &&
      (by === 'KIND' || cell.province_code !== ''),
  );
  const groups = Map.groupBy(wanted, (cell) => (by === 'KIND' ? cell.kind : cell.province_code));
  const keys =
    by === 'KIND' ? kindsInOrder.filter((kind) => groups.has(kind)) : [...groups.keys()].toSorted();
  return keys.map((key) => {
    const sum = (count: 'total' | 'connected' | 'used' | 'ready') =>
      groups.get(key)!.reduce((total, cell) => total + cell[count], 0);
    return Object.assign(new AdoptionRow(), {
      kind: by === 'KIND' ? (key as OrganisationKind) : null,
      provinceCode: by === 'PROVINCE' ? key : null,
      total: sum('total'),
      connected: sum('connected'),
      used: sum('used'),
      ready: sum('ready'),
    });
  });
}
