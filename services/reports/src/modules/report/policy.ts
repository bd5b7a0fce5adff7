import {
  allowed,
  denied,
  hasRole,
  isNationalDesk,
  ombudsmanReaches,
  type DenialReason,
  type Post,
  type PostRole,
  type Verdict,
  type Viewer,
} from '@lapor/viewer';
import type { ReportState } from './vocabulary.ts';

/** What a person may want to do with a report; each has one rule below. */
export const OPERATIONS = [
  'read',
  'verify',
  'postpone',
  'archive',
  'reclassify',
  'dispose',
  'assign',
  'return',
  'answer',
  'correct',
  'requestInformation',
  'proposeClosing',
  'close',
  'flag',
  'handOver',
  'revealIdentity',
  'withhold',
  'release',
  'redact',
  'markDuplicate',
  'completeData',
  'reply',
  'confirm',
  'dispute',
  'rate',
  'withdraw',
  'appeal',
  'removeFlag',
  'writeToReporter',
  'replyPrivately',
  'setNotifications',
  'ownData',
  'support',
  'readRevealLog',
  'readNotes',
  'addNote',
  'draftAnswer',
  'orderWork',
  'approveAnswer',
  'lease',
  'markPresence',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** A running assignment, as the policy looks at it. */
export interface AssignmentFacts {
  organisationId: string;
  role: 'LEAD' | 'CO_HANDLER';
  /** From the government's root to the unit. */
  path: readonly string[];
  /** Nobody staffs the organisation: a stand-in answers for it. */
  isHandedOver: boolean;
  /** `null`: the national desk. */
  standInOrganisationId: string | null;
  /** The link by which its head answers, while it opens. */
  handOverId: string | null;
}

/** What the policy looks at. */
export interface PolicyFacts {
  id: string;
  state: ReportState;
  isAnonymous: boolean;
  isConfidential: boolean;
  isPublished: boolean;
  /** Where it happened. */
  regionCode: string | null;
  /** Organisation whose admin verifies instead of the national desk; `null`: the national desk. */
  deskOrganisationId: string | null;
  /** Path of the desk organisation from its government's root to itself; empty for the national desk. */
  deskPath: readonly string[];
  /** Running assignments, the lead first. */
  assignments: readonly AssignmentFacts[];
  /** Organisations that the reporter keeps out, with everybody below them. */
  excludedOrganisationIds: readonly string[];
  /** Whether the viewer's account is the reporter's (compared through a keyed hash by the caller). */
  viewerOwnsReport: boolean;
}

/** Roles that work on reports of their organisation. Field officers are not among them: they never see the narrative. */
const HANDLING_ROLES: readonly PostRole[] = ['AGENCY_ADMIN', 'LIAISON_OFFICER'];
const READING_ROLES: readonly PostRole[] = [...HANDLING_ROLES, 'AGENCY_HEAD'];

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
const reaches = (
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
const standsInAbove = (viewer: Viewer, report: PolicyFacts, { path }: AssignmentFacts): boolean =>
  !viewer.apiKey &&
  !report.isConfidential &&
  workingPosts(viewer).some(
    (post) => HANDLING_ROLES.includes(post.role) && path.slice(0, -1).includes(post.organisationId),
  );

const actsFor = (
  viewer: Viewer,
  report: PolicyFacts,
  assignment: AssignmentFacts,
  roles: readonly PostRole[],
): boolean =>
  reaches(viewer, roles, assignment.organisationId, assignment.path, report.isConfidential) ||
  standsInNationally(viewer, report, assignment);

const handles = (viewer: Viewer, report: PolicyFacts, roles = HANDLING_ROLES): boolean =>
  report.assignments.some((assignment) => actsFor(viewer, report, assignment, roles));

const opensByLink = (viewer: Viewer, report: PolicyFacts, assignment: AssignmentFacts): boolean =>
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
const leadsByPost = (viewer: Viewer, report: PolicyFacts): boolean =>
  report.assignments.some(
    (assignment) => assignment.role === 'LEAD' && actsFor(viewer, report, assignment, HANDLING_ROLES),
  );

/** The admin of the organisation at whose desk the report waits, while it waits there. */
const keepsDesk = (
  viewer: Viewer,
  report: PolicyFacts,
  roles: readonly PostRole[] = ['AGENCY_ADMIN'],
): boolean =>
  report.deskOrganisationId !== null &&
  report.state === 'SUBMITTED' &&
  reaches(viewer, roles, report.deskOrganisationId, report.deskPath, report.isConfidential);

/** Supervisors who read every report that is not confidential: KSP and the Ombudsman all, a regional office those of its provinces. */
const supervises = (viewer: Viewer, { regionCode }: PolicyFacts): boolean =>
  !viewer.apiKey &&
  (hasRole(viewer, 'KSP_MONITOR') ||
    viewer.posts.some(
      ({ role, organisationId }) => role === 'OMBUDSMAN' && ombudsmanReaches(organisationId, regionCode),
    ));

/**
 * Officers who read it before it is published: to them internal notes are open. Neither the link to a head nor the reporter's
 * code is a post, and whoever filed a report does not read what officers say of it.
 */
const readsInternally = (viewer: Viewer, report: PolicyFacts): boolean =>
  !isReporter(viewer, report) &&
  (isDesk(viewer) ||
    handles(viewer, report, READING_ROLES) ||
    keepsDesk(viewer, report, READING_ROLES) ||
    (!report.isConfidential && supervises(viewer, report)));

interface Rule {
  /** Roles that have this right over some report. */
  roles: readonly PostRole[];
  holds: (viewer: Viewer, report: PolicyFacts) => boolean;
}

const NATIONAL: readonly PostRole[] = ['NATIONAL_ADMIN'];
const VERIFYING: readonly PostRole[] = ['NATIONAL_ADMIN', 'AGENCY_ADMIN'];
const WORKING: readonly PostRole[] = ['NATIONAL_ADMIN', ...HANDLING_ROLES];

const byNationalDesk: Rule = { roles: NATIONAL, holds: isDesk };
const byVerifier: Rule = {
  roles: VERIFYING,
  holds: (viewer, report) => isDesk(viewer) || keepsDesk(viewer, report),
};
const byLead: Rule = { roles: WORKING, holds: leadsByPost };
const byReadingOfficer: Rule = {
  roles: [...WORKING, 'AGENCY_HEAD', 'OMBUDSMAN', 'KSP_MONITOR'],
  holds: readsInternally,
};
const byReporter: Rule = { roles: [], holds: isReporter };

/**
 * Who may do what with a report: the only place where this is decided. Says nothing about whether the state allows it
 * (lifecycle.ts). Closed by default: an operation without a rule does not compile.
 */
const RULES: Record<Operation, Rule> = {
  read: {
    roles: [...WORKING, 'AGENCY_HEAD', 'OMBUDSMAN', 'KSP_MONITOR'],
    holds: (viewer, report) =>
      isReporter(viewer, report) ||
      isDesk(viewer) ||
      (report.isPublished && !report.isConfidential) ||
      handles(viewer, report, READING_ROLES) ||
      answersByHandOver(viewer, report) ||
      keepsDesk(viewer, report, READING_ROLES) ||
      (!report.isConfidential && supervises(viewer, report)),
  },
  verify: byVerifier,
  postpone: byVerifier,
  archive: byNationalDesk,
  reclassify: byVerifier,
  dispose: byLead,
  assign: { roles: WORKING, holds: (viewer, report) => isDesk(viewer) || leadsByPost(viewer, report) },
  return: byLead,
  answer: {
    roles: WORKING,
    holds: (viewer, report) => handles(viewer, report) || answersByHandOver(viewer, report),
  },
  // Which answers are the own organisation's is asked under the lock (correct-answer.ts).
  correct: { roles: WORKING, holds: (viewer, report) => handles(viewer, report) },
  requestInformation: { roles: WORKING, holds: (viewer, report) => handles(viewer, report) },
  proposeClosing: byLead,
  close: byNationalDesk,
  flag: {
    roles: WORKING,
    holds: (viewer, report) => isDesk(viewer) || handles(viewer, report) || keepsDesk(viewer, report),
  },
  handOver: {
    roles: WORKING,
    holds: (viewer, report) =>
      report.assignments.some(
        (assignment) =>
          assignment.isHandedOver && (isDesk(viewer) || standsInAbove(viewer, report, assignment)),
      ),
  },
  revealIdentity: {
    roles: WORKING,
    holds: (viewer, report) =>
      isDesk(viewer) || (!viewer.apiKey && !report.isAnonymous && handles(viewer, report)),
  },
  withhold: byNationalDesk,
  release: byNationalDesk,
  redact: byVerifier,
  markDuplicate: byVerifier,
  // A lease and a presence are a person's.
  lease: { roles: VERIFYING, holds: (viewer, report) => !viewer.apiKey && byVerifier.holds(viewer, report) },
  markPresence: {
    roles: byReadingOfficer.roles,
    holds: (viewer, report) => !viewer.apiKey && readsInternally(viewer, report),
  },
  completeData: byReporter,
  reply: { roles: NATIONAL, holds: (viewer, report) => isReporter(viewer, report) || isDesk(viewer) },
  confirm: byReporter,
  dispute: byReporter,
  rate: byReporter,
  withdraw: byReporter,
  appeal: byReporter,
  removeFlag: byReporter,
  writeToReporter: {
    roles: WORKING,
    holds: (viewer, report) => isDesk(viewer) || handles(viewer, report),
  },
  replyPrivately: byReporter,
  setNotifications: byReporter,
  ownData: byReporter,
  support: {
    roles: [],
    holds: (viewer, report) =>
      !viewer.apiKey && report.isPublished && !report.isConfidential && !isReporter(viewer, report),
  },
  readRevealLog: byReporter,
  readNotes: byReadingOfficer,
  addNote: byReadingOfficer,
  // A draft is a person's: neither a key nor a link has one.
  // "Agency admin or head above the author": of the unit itself and above it, people; that it is not the own answer is asked under the lock.
  approveAnswer: {
    roles: ['AGENCY_ADMIN', 'AGENCY_HEAD'],
    holds: (viewer, report) =>
      !viewer.apiKey &&
      report.assignments.some(({ organisationId, path }) =>
        reaches(viewer, ['AGENCY_ADMIN', 'AGENCY_HEAD'], organisationId, path, report.isConfidential),
      ),
  },
  // A work order has a secret link, which is a secret of a person's.
  orderWork: { roles: WORKING, holds: (viewer, report) => !viewer.apiKey && handles(viewer, report) },
  draftAnswer: { roles: WORKING, holds: (viewer, report) => !viewer.apiKey && handles(viewer, report) },
};

/** The report as far as one handling organisation has to do with it: for a right over that one alone. */
export const about = (report: PolicyFacts, organisationId: string | undefined): PolicyFacts =>
  organisationId === undefined
    ? report
    : {
        ...report,
        assignments: report.assignments.filter((assignment) => assignment.organisationId === organisationId),
      };

const READING: ReadonlySet<Operation> = new Set(['read', 'readRevealLog', 'readNotes']);

/**
 * Whoever holds a post at an organisation that the reporter keeps out has no post in this matter, wherever else; units below it
 * are kept out because nothing is ever given to them. The national desk is the one that nobody can keep out.
 */
const withoutExcluded = (viewer: Viewer, { excludedOrganisationIds }: PolicyFacts): Viewer =>
  !isDesk(viewer) &&
  viewer.posts.some(({ organisationId }) => excludedOrganisationIds.includes(organisationId))
    ? { ...viewer, posts: [] }
    : viewer;

/** What the policy says of an operation on a report, its state apart. */
export function decide(viewer: Viewer, report: PolicyFacts, operation: Operation): Verdict {
  const { apiKey } = viewer;
  const admitted = withoutExcluded(viewer, report);
  if (apiKey && !READING.has(operation) && !apiKey.scopes.includes('graph:write')) return denied('KEY_SCOPE');
  const rule = RULES[operation];
  return rule.holds(admitted, report) ? allowed : denied(reasonOf(viewer, report, operation, rule));
}

/** Why not: said to tests, audits and nobody else. */
function reasonOf(viewer: Viewer, report: PolicyFacts, operation: Operation, rule: Rule): DenialReason {
  if (viewer.apiKey && rule.holds({ ...viewer, apiKey: undefined }, report)) return 'KEY_SCOPE';
  if (operation === 'support') return isReporter(viewer, report) ? 'OWN' : 'PROTECTED';
  if (rule.holds(viewer, { ...report, isConfidential: false, isAnonymous: false })) return 'PROTECTED';
  if (viewer.posts.some(({ role }) => rule.roles.includes(role))) return 'JURISDICTION';
  const isNobody =
    viewer.posts.length === 0 && viewer.accountId === undefined && viewer.reportGrants.length === 0;
  return isNobody ? 'SIGN_IN' : 'ROLE';
}

/** Whether the viewer may do this with the report, its state apart. */
export const may = (viewer: Viewer, report: PolicyFacts, operation: Operation): boolean =>
  decide(viewer, report, operation).allowed;

/** Whether the viewer does this as the reporter: an officer who holds a report's code stays an officer in an officer's work. */
export const actsAsReporter = (viewer: Viewer, report: PolicyFacts, operation: Operation): boolean =>
  isReporter(viewer, report) && may({ ...viewer, posts: [], handOverGrants: [] }, report, operation);

/**
 * Documents of an anonymous reporter may name their author in what no page shows (PDF metadata): they are for the national
 * desk and the reporter. Pictures were encoded anew and say nothing.
 */
export const mayReadReporterDocuments = (viewer: Viewer, report: PolicyFacts): boolean =>
  isReporter(viewer, report) || isDesk(viewer) || !report.isAnonymous;

/** By which of a report's assignments the viewer acts, and how: the lead's before a co-handler's, a post before a link. */
export function actingAssignment(
  viewer: Viewer,
  report: PolicyFacts,
): { assignment: AssignmentFacts; by: 'POST' | 'STAND_IN' | 'LINK' } | null {
  const find = (acts: (assignment: AssignmentFacts) => boolean) => report.assignments.find(acts);
  const byPost = find((assignment) => actsFor(viewer, report, assignment, HANDLING_ROLES));
  if (byPost) {
    const isOwn = reaches(viewer, HANDLING_ROLES, byPost.organisationId, byPost.path, true);
    return { assignment: byPost, by: byPost.isHandedOver && !isOwn ? 'STAND_IN' : 'POST' };
  }
  const byLink = find((assignment) => opensByLink(viewer, report, assignment));
  return byLink ? { assignment: byLink, by: 'LINK' } : null;
}

/** The organisation for which an officer acts on a report: the nearest one on the path at which the viewer holds a post. */
export function actingOrganisation(viewer: Viewer, report: PolicyFacts): string | null {
  const posts = workingPosts(viewer);
  const own = new Set(
    posts.filter((post) => HANDLING_ROLES.includes(post.role)).map((post) => post.organisationId),
  );
  const paths = [...report.assignments.map(({ path }) => path), report.deskPath];
  for (const path of paths) {
    const nearest = path.findLast((id) => own.has(id));
    if (nearest) return nearest;
  }
  return (
    posts.find((post) => post.role === 'NATIONAL_ADMIN')?.organisationId ?? posts[0]?.organisationId ?? null
  );
}
