import { hasRole, isNationalDesk, type PostRole, type Viewer } from '@lapor/viewer';
import type { ReportState } from './vocabulary.ts';

/** What a person may want to do with a report; each has one rule below. */
export const OPERATIONS = [
  'read',
  'verify',
  'postpone',
  'archive',
  'reclassify',
  'dispose',
  'return',
  'answer',
  'requestInformation',
  'proposeClosing',
  'close',
  'flag',
  'revealIdentity',
  'withhold',
  'completeData',
  'reply',
  'confirm',
  'dispute',
  'rate',
  'withdraw',
  'appeal',
  'removeFlag',
  'support',
  'readRevealLog',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What the policy looks at. */
export interface PolicyFacts {
  id: string;
  state: ReportState;
  isAnonymous: boolean;
  isConfidential: boolean;
  isPublished: boolean;
  /** Organisation whose admin verifies instead of the national desk; `null`: the national desk. */
  deskOrganisationId: string | null;
  /** Path of the desk organisation from its government's root to itself; empty for the national desk. */
  deskPath: readonly string[];
  /** Running assignments with their paths from the government's root to the unit. */
  assignments: readonly { organisationId: string; role: 'LEAD' | 'CO_HANDLER'; path: readonly string[] }[];
  /** Whether the viewer's account is the reporter's (compared through a keyed hash by the caller). */
  viewerOwnsReport: boolean;
}

/** Roles that work on reports of their organisation. Field officers are not among them: they never see the narrative. */
const HANDLING_ROLES: readonly PostRole[] = ['AGENCY_ADMIN', 'LIAISON_OFFICER'];
const READING_ROLES: readonly PostRole[] = [...HANDLING_ROLES, 'AGENCY_HEAD'];

/** Whether the viewer filed this report: by account, or by having opened it with its access code. */
export const isReporter = (viewer: Viewer, report: PolicyFacts): boolean =>
  report.viewerOwnsReport || viewer.reportGrants.includes(report.id);

/**
 * A post reaches its organisation's subtree within its own government – but a confidential report is reached
 * only from the handling organisation itself (domain.md, People).
 */
function reaches(
  viewer: Viewer,
  roles: readonly PostRole[],
  organisationId: string,
  path: readonly string[],
  isConfidential: boolean,
): boolean {
  return viewer.posts.some(
    (post) =>
      roles.includes(post.role) &&
      (isConfidential ? post.organisationId === organisationId : path.includes(post.organisationId)),
  );
}

const handles = (viewer: Viewer, report: PolicyFacts, roles = HANDLING_ROLES, only?: 'LEAD'): boolean =>
  report.assignments.some(
    ({ organisationId, role, path }) =>
      (!only || role === only) && reaches(viewer, roles, organisationId, path, report.isConfidential),
  );

/** Whether the viewer acts for the unit that gives the public answer, not merely for a co-handler. */
export const leads = (viewer: Viewer, report: PolicyFacts): boolean =>
  handles(viewer, report, HANDLING_ROLES, 'LEAD');

/** The admin of the organisation at whose desk the report waits, while it waits there. */
const keepsDesk = (
  viewer: Viewer,
  report: PolicyFacts,
  roles: readonly PostRole[] = ['AGENCY_ADMIN'],
): boolean =>
  report.deskOrganisationId !== null &&
  report.state === 'SUBMITTED' &&
  reaches(viewer, roles, report.deskOrganisationId, report.deskPath, report.isConfidential);

/** Supervisors who read every report that is not confidential. */
const supervises = (viewer: Viewer): boolean =>
  hasRole(viewer, 'OMBUDSMAN') || hasRole(viewer, 'KSP_MONITOR');

/**
 * Who may do what with a report: the only place where this is decided. Says nothing about whether the state allows it
 * (lifecycle.ts). Closed by default: an operation without a rule does not compile.
 */
const RULES: Record<Operation, (viewer: Viewer, report: PolicyFacts) => boolean> = {
  read: (viewer, report) =>
    isReporter(viewer, report) ||
    isNationalDesk(viewer) ||
    (report.isPublished && !report.isConfidential) ||
    handles(viewer, report, READING_ROLES) ||
    keepsDesk(viewer, report, READING_ROLES) ||
    (!report.isConfidential && supervises(viewer)),
  verify: (viewer, report) => isNationalDesk(viewer) || keepsDesk(viewer, report),
  postpone: (viewer, report) => isNationalDesk(viewer) || keepsDesk(viewer, report),
  archive: isNationalDesk,
  reclassify: (viewer, report) => isNationalDesk(viewer) || keepsDesk(viewer, report),
  dispose: leads,
  return: leads,
  answer: (viewer, report) => handles(viewer, report),
  requestInformation: (viewer, report) => handles(viewer, report),
  proposeClosing: leads,
  close: isNationalDesk,
  flag: (viewer, report) => isNationalDesk(viewer) || handles(viewer, report) || keepsDesk(viewer, report),
  revealIdentity: (viewer, report) =>
    isNationalDesk(viewer) || (!report.isAnonymous && handles(viewer, report)),
  withhold: isNationalDesk,
  completeData: isReporter,
  reply: (viewer, report) => isReporter(viewer, report) || isNationalDesk(viewer),
  confirm: isReporter,
  dispute: isReporter,
  rate: isReporter,
  withdraw: isReporter,
  appeal: isReporter,
  removeFlag: isReporter,
  support: (viewer, report) => report.isPublished && !report.isConfidential && !isReporter(viewer, report),
  readRevealLog: isReporter,
};

/** Whether the viewer may do this with the report, its state apart. */
export const may = (viewer: Viewer, report: PolicyFacts, operation: Operation): boolean =>
  RULES[operation](viewer, report);

/** Whether the viewer does this as the reporter: an officer who holds a report's code stays an officer in an officer's work. */
export const actsAsReporter = (viewer: Viewer, report: PolicyFacts, operation: Operation): boolean =>
  isReporter(viewer, report) && may({ ...viewer, posts: [] }, report, operation);

/**
 * Documents of an anonymous reporter may name their author in what no page shows (PDF metadata): they are for the national
 * desk and the reporter. Pictures were encoded anew and say nothing.
 */
export const mayReadReporterDocuments = (viewer: Viewer, report: PolicyFacts): boolean =>
  isReporter(viewer, report) || isNationalDesk(viewer) || !report.isAnonymous;

/** The organisation for which an officer acts on a report: the nearest one on the path at which the viewer holds a post. */
export function actingOrganisation(viewer: Viewer, report: PolicyFacts): string | null {
  const own = new Set(
    viewer.posts.filter((post) => HANDLING_ROLES.includes(post.role)).map((post) => post.organisationId),
  );
  const paths = [...report.assignments.map(({ path }) => path), report.deskPath];
  for (const path of paths) {
    const nearest = path.findLast((id) => own.has(id));
    if (nearest) return nearest;
  }
  return (
    viewer.posts.find((post) => post.role === 'NATIONAL_ADMIN')?.organisationId ??
    viewer.posts[0]?.organisationId ??
    null
  );
}
