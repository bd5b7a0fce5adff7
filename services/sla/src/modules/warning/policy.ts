import {
  allowed,
  denied,
  hasRole,
  isNationalDesk,
  ombudsmanReaches,
  type PostRole,
  type Verdict,
  type Viewer,
} from '@lapor/viewer';

const HANDLING: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'];

/** Whose warnings are asked for: an organisation with all below it, as the tree is today; `null`: the national desk's own. */
export type Asked = { path: readonly string[] } | null;

/** Which confidential reports are among them: all, or those that one of these organisations handles itself. */
export type Confidential = { all: true } | { all: false; handledBy: readonly string[] };

/**
 * Who may read warnings: national desk, Ombudsman and KSP those of everybody, handlers those of their organisations and what lies below.
 * Of confidential reports only the national desk and the handling organisation itself. No key: the list leads to what is not published.
 */
export function decide(
  viewer: Viewer,
  asked: Asked,
  _operation: 'readWarnings',
): { verdict: Verdict; confidential: Confidential } {
  const own = viewer.posts.filter(({ role }) => HANDLING.includes(role));
  const confidential: Confidential = isNationalDesk(viewer)
    ? { all: true }
    : { all: false, handledBy: own.map(({ organisationId }) => organisationId) };
  if (viewer.apiKey) return { verdict: denied('KEY_SCOPE'), confidential: { all: false, handledBy: [] } };
  const seesAll = isNationalDesk(viewer) || hasRole(viewer, 'OMBUDSMAN') || hasRole(viewer, 'KSP_MONITOR');
  const reaches = asked !== null && own.some(({ organisationId }) => asked.path.includes(organisationId));
  if (seesAll || reaches) return { verdict: allowed, confidential };
  return { verdict: denied(viewer.posts.length > 0 ? 'JURISDICTION' : 'SIGN_IN'), confidential };
}

/**
 * Whether a warning leads whoever reads it to the report itself, which `reports` judges once more: an office of the Ombudsman reads of
 * other provinces what is published.
 */
export const mayFollowToReport = (
  viewer: Viewer,
  asked: Asked,
  { isPublished, regionCode }: { isPublished: boolean; regionCode: string | null },
): boolean =>
  isPublished ||
  isNationalDesk(viewer) ||
  hasRole(viewer, 'KSP_MONITOR') ||
  viewer.posts.some(({ role, organisationId }) =>
    role === 'OMBUDSMAN'
      ? ombudsmanReaches(organisationId, regionCode)
      : asked !== null && HANDLING.includes(role) && asked.path.includes(organisationId),
  );
