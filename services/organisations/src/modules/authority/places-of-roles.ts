import { isOmbudsmanOffice, type PostRole } from '@lapor/viewer';

/** Roles of the whole country exist at these organisations only (domain.md, People); all others at any. */
const placesOfNationalRoles: Partial<Record<PostRole, readonly string[]>> = {
  NATIONAL_ADMIN: ['kemenpanrb', 'ksp'],
  OMBUDSMAN: ['ombudsman'],
  KSP_MONITOR: ['ksp'],
  ANALYST: ['ksp', 'kemenpanrb', 'kemendagri'],
};

/** Whether the role exists at the organisation at all, whoever gives it. */
export function isRoleAt(role: PostRole, organisationId: string): boolean {
  if (role === 'OMBUDSMAN' && isOmbudsmanOffice(organisationId)) return true;
  return placesOfNationalRoles[role]?.includes(organisationId) ?? true;
}
