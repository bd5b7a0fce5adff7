import type { Post, PostRole } from '../session/posts.ts';

const AGENCY_ROLES: readonly PostRole[] = ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_ADMIN', 'AGENCY_HEAD'];
const NATIONAL_PLACES: Readonly<Record<string, readonly PostRole[]>> = {
  kemenpanrb: ['NATIONAL_ADMIN', 'ANALYST'],
  ksp: ['NATIONAL_ADMIN', 'KSP_MONITOR', 'ANALYST'],
  kemendagri: ['ANALYST'],
  ombudsman: ['OMBUDSMAN'],
};

/**
 * Roles worth offering for an organisation: what exists there and what the own posts may give. The server decides in
 * the end; this only spares a refusal.
 */
export function rolesToOffer(
  posts: readonly Pick<Post, 'role' | 'organisation'>[],
  organisation: { id: string } | null,
): readonly PostRole[] {
  if (!organisation) return AGENCY_ROLES;
  const national = /^ombudsman-\d\d$/.test(organisation.id)
    ? NATIONAL_PLACES['ombudsman']!
    : (NATIONAL_PLACES[organisation.id] ?? []);
  const isNational = posts.some(({ role }) => role === 'NATIONAL_ADMIN');
  if (isNational) return [...AGENCY_ROLES, ...national];
  // An admin makes no other admin of the own organisation.
  const isOwn = posts.some(
    ({ role, organisation: own }) => role === 'AGENCY_ADMIN' && own.id === organisation.id,
  );
  return isOwn ? AGENCY_ROLES.filter((role) => role !== 'AGENCY_ADMIN') : AGENCY_ROLES;
}

const NATIONAL_ROLES = [
  'NATIONAL_ADMIN',
  'KSP_MONITOR',
  'ANALYST',
  'OMBUDSMAN',
] as const satisfies readonly PostRole[];

/** Roles that are shown but cannot be chosen for an organisation; only the national desk could give them elsewhere. */
export function rolesElsewhere(
  posts: readonly Pick<Post, 'role'>[],
  offered: readonly PostRole[],
): readonly (typeof NATIONAL_ROLES)[number][] {
  return posts.some(({ role }) => role === 'NATIONAL_ADMIN')
    ? NATIONAL_ROLES.filter((role) => !offered.includes(role))
    : [];
}
