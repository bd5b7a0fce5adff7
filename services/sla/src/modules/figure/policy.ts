import { hasRole, isNationalDesk, type PostRole, type Viewer } from '@lapor/viewer';

/**
 * Who counts. INSIDER: the national desk, KSP and the Ombudsman, all reports. AGENCY: officers of an organisation, of its own subtree,
 * without confidential reports. ANALYST and PUBLIC are outsiders: without confidential reports, no cell below five.
 */
export type Audience = 'INSIDER' | 'AGENCY' | 'ANALYST' | 'PUBLIC';

const ALL: readonly PostRole[] = ['NATIONAL_ADMIN', 'KSP_MONITOR', 'OMBUDSMAN'];
const OF_AN_AGENCY: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'];

/** @param path of the organisation that is asked about, from its government's root; empty: none, or one that is not known. */
export function audienceOf(viewer: Viewer, path: readonly string[]): Audience {
  if (!viewer.apiKey) {
    if (isNationalDesk(viewer) || ALL.some((role) => hasRole(viewer, role))) return 'INSIDER';
    const isOwn = viewer.posts.some(
      ({ role, organisationId }) => OF_AN_AGENCY.includes(role) && path.includes(organisationId),
    );
    if (isOwn) return 'AGENCY';
  }
  return hasRole(viewer, 'ANALYST') ? 'ANALYST' : 'PUBLIC';
}

export const countsConfidential = (audience: Audience): boolean => audience === 'INSIDER';
export const isOutsider = (audience: Audience): boolean => audience === 'ANALYST' || audience === 'PUBLIC';
