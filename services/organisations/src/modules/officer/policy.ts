import { type PostRole, type Viewer, isNationalDesk, organisationsOf } from '@lapor/viewer';

/** An organisation as the rules see it: `path` runs from the root of its government to itself. */
type Place = { path: readonly string[] };

/** Roles of the whole country exist at these organisations only (domain.md, People); all others at any. */
const placesOfNationalRoles: Partial<Record<PostRole, readonly string[]>> = {
  NATIONAL_ADMIN: ['kemenpanrb', 'ksp'],
  OMBUDSMAN: ['ombudsman'],
  KSP_MONITOR: ['ksp'],
  ANALYST: ['ksp', 'kemenpanrb', 'kemendagri'],
};

/** What an agency admin may give and take within the own subtree. */
const rolesOfAgencies: readonly PostRole[] = ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'];

export function isRoleAt(role: PostRole, organisationId: string): boolean {
  return placesOfNationalRoles[role]?.includes(organisationId) ?? true;
}

/** A path ends at the root of the government, so an agency admin's reach does too. */
function administers(viewer: Viewer, place: Place): boolean {
  const administered = organisationsOf(viewer, 'AGENCY_ADMIN');
  return place.path.some((id) => administered.includes(id));
}

/** Whether the viewer may give or take a post of this role there. */
export function mayManagePost(viewer: Viewer, role: PostRole, place: Place): boolean {
  return isNationalDesk(viewer) || (rolesOfAgencies.includes(role) && administers(viewer, place));
}

/** Registering gives no authority yet, so every agency admin may. */
export function mayRegisterOfficer(viewer: Viewer): boolean {
  return isNationalDesk(viewer) || organisationsOf(viewer, 'AGENCY_ADMIN').length > 0;
}

/** An agency admin may rename an officer all of whose posts lie within the own subtree. */
export function mayRenameOfficer(viewer: Viewer, postPlaces: readonly Place[]): boolean {
  if (isNationalDesk(viewer)) return true;
  return postPlaces.length > 0 && postPlaces.every((place) => administers(viewer, place));
}

/** Who an officer is, is known to the officer, to the national desk, and to officers of the same government. */
export function mayKnowOfficer(
  viewer: Viewer,
  viewerGovernments: readonly string[],
  officer: { id: string; governments: readonly string[] },
): boolean {
  if (viewer.kind !== 'officer') return false;
  if (viewer.accountId === officer.id || isNationalDesk(viewer)) return true;
  return officer.governments.some((id) => viewerGovernments.includes(id));
}
