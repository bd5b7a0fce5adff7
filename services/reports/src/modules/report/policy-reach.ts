import {
  hasRole,
  isNationalDesk,
  ombudsmanReaches,
  type Post,
  type PostRole,
  type Viewer,
} from '@lapor/viewer';
import type { AssignmentFacts, PolicyFacts } from './policy-facts.ts';

/** Roles that work on reports of their organisation. Field officers are not among them: they never see the narrative. */
export const HANDLING_ROLES: readonly PostRole[] = ['AGENCY_ADMIN', 'LIAISON_OFFICER'];
export const READING_ROLES: readonly PostRole[] = [...HANDLING_ROLES, 'AGENCY_HEAD'];

/** Posts by which a viewer reaches reports that are not published: an API key needs the scope for it. */
export const workingPosts = ({ posts, apiKey }: Viewer): readonly Post[] =>
  apiKey && !apiKey.scopes.includes('reports:read') ? [] : posts;

/** Organisations whose inbox the viewer opens. */
export const workingOrganisations = (viewer: Viewer): string[] =>
  workingPosts(viewer)
    .filter(({ role }) => READING_ROLES.includes(role))
    .map(({ organisationId }) => organisationId);

/** The organisation whose inbox the viewer opens: one at which the viewer holds a working post; the first of them when none is named. */
export function inboxOrganisation(viewer: Viewer, wanted: string | null | undefined): string | null {
  const own = workingOrganisations(viewer);
  if (!wanted) return own[0] ?? null;
  return own.includes(wanted) ? wanted : null;
}

/** The national desk is people: a key is not one of them, whatever it carries. */
export const isDesk = (viewer: Viewer): boolean => !viewer.apiKey && isNationalDesk(viewer);

/** Whether the viewer filed this report: by account, or by having opened it with its access code. Never a key. */
export const isReporter = (viewer: Viewer, report: PolicyFacts): boolean =>
  !viewer.apiKey && (report.viewerOwnsReport || viewer.reportGrants.includes(report.id));

/**
 * A post reaches its organisation's subtree within its own government – but a confidential report is reached
 * only from the handling organisation itself (domain.md, People).
 */
export const reaches = (
  viewer: Viewer,
  roles: readonly PostRole[],
  organisationId: string,
  path: readonly string[],
  isConfidential: boolean,
): boolean =>
  workingPosts(viewer).some(
    (post) =>
      roles.includes(post.role) &&
      (isConfidential ? post.organisationId === organisationId : path.includes(post.organisationId)),
  );

/** The national desk answers where no ancestor can; of a confidential report no ancestor may know. */
const standsInNationally = (viewer: Viewer, report: PolicyFacts, assignment: AssignmentFacts): boolean =>
  assignment.isHandedOver &&
  (assignment.standInOrganisationId === null || report.isConfidential) &&
  isDesk(viewer);

/** Whoever works at a level above stands in for a unit that nobody staffs: people, for the link is a secret of a person's. */
export const standsInAbove = (viewer: Viewer, report: PolicyFacts, { path }: AssignmentFacts): boolean =>
  !viewer.apiKey &&
  !report.isConfidential &&
  workingPosts(viewer).some(
    (post) => HANDLING_ROLES.includes(post.role) && path.slice(0, -1).includes(post.organisationId),
  );

export const actsFor = (
  viewer: Viewer,
  report: PolicyFacts,
  assignment: AssignmentFacts,
  roles: readonly PostRole[],
): boolean =>
  reaches(viewer, roles, assignment.organisationId, assignment.path, report.isConfidential) ||
  standsInNationally(viewer, report, assignment);

export const handles = (viewer: Viewer, report: PolicyFacts, roles = HANDLING_ROLES): boolean =>
  report.assignments.some((assignment) => actsFor(viewer, report, assignment, roles));

export const opensByLink = (viewer: Viewer, report: PolicyFacts, assignment: AssignmentFacts): boolean =>
  !viewer.apiKey &&
  assignment.handOverId !== null &&
  (viewer.handOverGrants ?? []).some(
    (grant) =>
      grant.handOverId === assignment.handOverId &&
      grant.reportId === report.id &&
      grant.organisationId === assignment.organisationId,
  );

/** Whether the viewer came by the link that was sent to the head of a handling organisation: reads it as that organisation, and answers. */
export const answersByHandOver = (viewer: Viewer, report: PolicyFacts): boolean =>
  report.assignments.some((assignment) => opensByLink(viewer, report, assignment));

/** Whether the viewer acts by a post for the unit that gives the public answer, not merely for a co-handler. */
export const leadsByPost = (viewer: Viewer, report: PolicyFacts): boolean =>
  report.assignments.some(
    (assignment) => assignment.role === 'LEAD' && actsFor(viewer, report, assignment, HANDLING_ROLES),
  );

/** The admin of the organisation at whose desk the report waits, while it waits there, for a verifier or for what the reporter is to add. */
export const keepsDesk = (
  viewer: Viewer,
  report: PolicyFacts,
  roles: readonly PostRole[] = ['AGENCY_ADMIN'],
): boolean =>
  report.deskOrganisationId !== null &&
  (report.state === 'SUBMITTED' || report.state === 'POSTPONED') &&
  reaches(viewer, roles, report.deskOrganisationId, report.deskPath, report.isConfidential);

/** Supervisors who read every report that is not confidential: KSP and the Ombudsman all, a regional office those of its provinces. */
export const supervises = (viewer: Viewer, { regionCode }: PolicyFacts): boolean =>
  !viewer.apiKey &&
  (hasRole(viewer, 'KSP_MONITOR') ||
    viewer.posts.some(
      ({ role, organisationId }) => role === 'OMBUDSMAN' && ombudsmanReaches(organisationId, regionCode),
    ));

/**
 * Officers who read it before it is published: to them internal notes are open. Neither the link to a head nor the reporter's
 * code is a post, and whoever filed a report does not read what officers say of it.
 */
export const readsInternally = (viewer: Viewer, report: PolicyFacts): boolean =>
  !isReporter(viewer, report) &&
  (isDesk(viewer) ||
    handles(viewer, report, READING_ROLES) ||
    keepsDesk(viewer, report, READING_ROLES) ||
    (!report.isConfidential && supervises(viewer, report)));
