import type { OrganisationKind } from '../organisation/index.ts';
import { isAdministrativeArea } from '../region/index.ts';

/** A local government is the root of its own authority, though the forest has it below its province. */
export function governsItself({
  kind,
  region_code,
}: {
  kind: OrganisationKind;
  region_code: string | null;
}): boolean {
  if (kind === 'PROVINCE') return true;
  return (
    (kind === 'REGENCY' || kind === 'CITY') && region_code !== null && !isAdministrativeArea(region_code)
  );
}
