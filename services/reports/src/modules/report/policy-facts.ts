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
  'redactByAnyRule',
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
