import type { PostRole } from '@lapor/viewer';

/** Roles of the whole country exist at these organisations only (domain.md, People); all others at any. */
const placesOfNationalRoles: Partial<Record<PostRole, readonly string[]>> = {
  NATIONAL_ADMIN: ['kemenpanrb', 'ksp'],
  OMBUDSMAN: ['ombudsman'],
  KSP_MONITOR: ['ksp'],
  ANALYST: ['ksp', 'kemenpanrb', 'kemendagri'],
};

/** A regional office of the Ombudsman bears the code of its province. */
export const isOmbudsmanOffice = (organisationId: string): boolean => /^ombudsman-\d\d$/.test(organisationId);

/** Whether the role exists at the organisation at all, whoever gives it. */
export function isRoleAt(role: PostRole, organisationId: string): boolean {
  if (role === 'OMBUDSMAN' && isOmbudsmanOffice(organisationId)) return true;
  return placesOfNationalRoles[role]?.includes(organisationId) ?? true;
}
