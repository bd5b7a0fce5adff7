import type { OrganisationRow } from './tree-nodes.ts';

export type OrganisationKind = OrganisationRow['kind'];

/** What can be made below a place, the usual first; at the top only by the national desk. */
export function kindsBelow(
  parent: OrganisationKind | null,
  isNationalDesk: boolean,
): readonly OrganisationKind[] {
  switch (parent) {
    case null:
      return ['AGENCY', 'MINISTRY', 'STATE_ENTERPRISE', 'PROVINCE'];
    case 'PROVINCE':
      return isNationalDesk ? ['OPD', 'REGENCY', 'CITY'] : ['OPD'];
    case 'REGENCY':
    case 'CITY':
    case 'OPD':
      return ['OPD'];
    default:
      return ['AGENCY'];
  }
}
