import { allowed, denied, isNationalDesk, type Verdict, type Viewer } from '@lapor/viewer';

/** Whose reports' audit a viewer may look at: all, or those of the subtrees of the organisations named. */
export function auditReach(viewer: Viewer): { verdict: Verdict; within: readonly string[] | null } {
  if (viewer.apiKey) return { verdict: denied('KEY_SCOPE'), within: [] };
  if (isNationalDesk(viewer)) return { verdict: allowed, within: null };
  const within = viewer.posts
    .filter(({ role }) => role === 'AGENCY_ADMIN' || role === 'AGENCY_HEAD')
    .map(({ organisationId }) => organisationId);
  return { verdict: within.length > 0 ? allowed : denied('ROLE'), within };
}
