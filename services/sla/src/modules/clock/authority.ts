import {
  allowed,
  denied,
  hasRole,
  isNationalDesk,
  type PostRole,
  type Verdict,
  type Viewer,
} from '@lapor/viewer';

/** What decides who may see a report's clocks. */
export interface ReportAccess {
  isConfidential: boolean;
  isPublished: boolean;
  /** Handling units; each path runs from the government's root to the unit. */
  handlers: readonly { organisationId: string; path: readonly string[] }[];
}

/** A report as this policy looks at it. */
export interface Subject {
  reportId: string;
  /** What `reports` says of the viewer; believed only of somebody who can be it at all. */
  viewerIsReporter: boolean;
  viewerAnswersByHandOver: boolean;
  /** `null` while no event of the report has come. */
  access: ReportAccess | null;
}

/** Roles that handle reports. Field officers get work orders and nothing of the report; analysts read what is published. */
const HANDLING: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'];
const READING: readonly PostRole[] = [...HANDLING, 'NATIONAL_ADMIN', 'OMBUDSMAN', 'KSP_MONITOR'];

/** Whether the viewer may see the clocks of a report (domain.md, People; decisions 8 and 9). The only place where that is decided. */
export function decide(viewer: Viewer, report: Subject, _operation: 'readClocks'): Verdict {
  if (!report.access) return denied('JURISDICTION');
  if (holds(viewer, report, report.access)) return allowed;
  if (viewer.apiKey && holds({ ...viewer, apiKey: undefined }, report, report.access))
    return denied('KEY_SCOPE');
  if (report.access.isConfidential && holds(viewer, report, { ...report.access, isConfidential: false }))
    return denied('PROTECTED');
  if (viewer.posts.some(({ role }) => READING.includes(role))) return denied('JURISDICTION');
  return denied(viewer.accountId === undefined && viewer.posts.length === 0 ? 'SIGN_IN' : 'ROLE');
}

function holds(viewer: Viewer, report: Subject, access: ReportAccess): boolean {
  const { reportId } = report;
  const isPerson = !viewer.apiKey;
  const canBeReporter = viewer.accountId !== undefined || viewer.reportGrants.includes(reportId);
  if (isPerson && report.viewerIsReporter && canBeReporter) return true;
  const hasLink = (viewer.handOverGrants ?? []).some((grant) => grant.reportId === reportId);
  if (isPerson && report.viewerAnswersByHandOver && hasLink) return true;
  if (isPerson && isNationalDesk(viewer)) return true;
  // A key reaches what is not published by a scope of its own.
  const reaches = isPerson || viewer.apiKey!.scopes.includes('reports:read');
  const posts = reaches ? viewer.posts.filter(({ role }) => HANDLING.includes(role)) : [];
  if (access.isConfidential)
    return access.handlers.some((handler) =>
      posts.some(({ organisationId }) => organisationId === handler.organisationId),
    );
  if (access.isPublished) return true;
  if (isPerson && (hasRole(viewer, 'OMBUDSMAN') || hasRole(viewer, 'KSP_MONITOR'))) return true;
  return access.handlers.some(({ path }) =>
    posts.some(({ organisationId }) => path.includes(organisationId)),
  );
}
