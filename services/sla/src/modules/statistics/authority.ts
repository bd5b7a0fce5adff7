import {
  allowed,
  denied,
  hasRole,
  isNationalDesk,
  type PostRole,
  type Verdict,
  type Viewer,
} from '@lapor/viewer';

const EVERYTHING: readonly PostRole[] = ['KSP_MONITOR', 'OMBUDSMAN'];

/**
 * Who may see the national overview, and whether confidential reports are counted in it. Analysts, and keys whatever they carry,
 * get exact figures, so only of what is not confidential (decision 17).
 */
export function decide(
  viewer: Viewer,
  _operation: 'readOverview',
): { verdict: Verdict; withConfidential: boolean } {
  const isPerson = !viewer.apiKey;
  if (isPerson && (isNationalDesk(viewer) || EVERYTHING.some((role) => hasRole(viewer, role))))
    return { verdict: allowed, withConfidential: true };
  if (hasRole(viewer, 'ANALYST')) return { verdict: allowed, withConfidential: false };
  return { verdict: denied(viewer.posts.length > 0 ? 'ROLE' : 'SIGN_IN'), withConfidential: false };
}
