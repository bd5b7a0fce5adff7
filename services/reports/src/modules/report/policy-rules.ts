import type { PostRole, Viewer } from '@lapor/viewer';
import type { Operation, PolicyFacts } from './policy-facts.ts';
import {
  answersByHandOver,
  HANDLING_ROLES,
  handles,
  isDesk,
  isReporter,
  keepsDesk,
  leadsByPost,
  reaches,
  READING_ROLES,
  readsInternally,
  standsInAbove,
  supervises,
} from './policy-reach.ts';

/** Who has a right, and over which reports. */
export interface Rule {
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
export const RULES: Record<Operation, Rule> = {
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
  // Who leads returns the report, who helps the own part (give-back-part.ts).
  return: { roles: WORKING, holds: (viewer, report) => handles(viewer, report) },
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
  // Names of people are covered by whoever sees them first; what else may not be read is for verifiers to judge (redaction-limits.ts).
  redact: {
    roles: WORKING,
    holds: (viewer, report) => byVerifier.holds(viewer, report) || leadsByPost(viewer, report),
  },
  redactByAnyRule: byVerifier,
  // "Merge duplicates" is the national desk's: what waits is archived by it, and no agency archives a complaint against itself.
  markDuplicate: byNationalDesk,
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
  // A draft is a person's: neither a key nor a link has one.
  draftAnswer: { roles: WORKING, holds: (viewer, report) => !viewer.apiKey && handles(viewer, report) },
};
