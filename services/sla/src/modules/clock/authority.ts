import { hasRole, isNationalDesk, type PostRole, type Viewer } from '@lapor/viewer';

/** What decides who may see a report's clocks. */
export interface ReportAccess {
  isConfidential: boolean;
  isPublished: boolean;
  /** Handling units; each path runs from the government's root to the unit. */
  handlers: readonly { organisationId: string; path: readonly string[] }[];
}

/** Roles that handle reports. Field officers get work orders and nothing of the report; analysts read what is published. */
const HANDLING: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'];

/**
 * Whether the viewer may see the clocks of a report (domain.md, People; decisions 8 and 9).
 * @param isReporter what `reports` says of the viewer; believed only of somebody who can be a reporter at all.
 * @param access `null` while no event of the report has come.
 */
export function canSeeClocks(
  viewer: Viewer,
  reportId: string,
  isReporter: boolean,
  access: ReportAccess | null,
): boolean {
  if (!access) return false;
  if (isReporter && (viewer.accountId !== undefined || viewer.reportGrants.includes(reportId))) return true;
  if (isNationalDesk(viewer)) return true;
  const posts = viewer.posts.filter(({ role }) => HANDLING.includes(role));
  if (access.isConfidential)
    return access.handlers.some((handler) =>
      posts.some(({ organisationId }) => organisationId === handler.organisationId),
    );
  if (access.isPublished || hasRole(viewer, 'OMBUDSMAN') || hasRole(viewer, 'KSP_MONITOR')) return true;
  return access.handlers.some(({ path }) =>
    posts.some(({ organisationId }) => path.includes(organisationId)),
  );
}
