import type { ArchiveCode, ReportState } from './vocabulary.ts';

/** What can happen to a report (domain.md, state table). */
export const TRANSITIONS = [
  'verify',
  'postpone',
  'completeData',
  'expirePostponement',
  'archive',
  'reclassify',
  'disposeFurther',
  'assignCoHandlers',
  'changeLead',
  'return',
  'acknowledge',
  'plan',
  'giveResult',
  'reportObstacle',
  'correct',
  'proposeAnswer',
  'approveAnswer',
  'rejectAnswer',
  'requestInformation',
  'proposeClosing',
  'reply',
  'confirm',
  'close',
  'completeAutomatically',
  'dispute',
  'rateWell',
  'rateBadly',
  'appeal',
  'markDuplicate',
  'unmarkDuplicate',
  'repointDuplicate',
  'endWithMaster',
  'withdraw',
  'flag',
  'removeFlag',
  'revealIdentity',
  'publish',
  'withhold',
  'redact',
  'reassign',
  'reassignToDesk',
  'handOver',
  'endHandOver',
  'writeToReporter',
  'replyPrivately',
] as const;
export type Transition = (typeof TRANSITIONS)[number];

const NONE = null;

/**
 * Which state a transition leads to from each state; `null` where it is not allowed.
 * The type makes the table complete: a new state or transition does not compile until each cell is decided.
 */
// prettier-ignore
const TABLE: Record<Transition, Record<ReportState, ReportState | null>> = {
  verify: { SUBMITTED: 'DISPOSED', POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: NONE, ARCHIVED: NONE },
  postpone: { SUBMITTED: 'POSTPONED', POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: NONE, ARCHIVED: NONE },
  completeData: { SUBMITTED: NONE, POSTPONED: 'SUBMITTED', DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: NONE, ARCHIVED: NONE },
  expirePostponement: { SUBMITTED: NONE, POSTPONED: 'ARCHIVED', DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: NONE, ARCHIVED: NONE },
  archive: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: NONE, ARCHIVED: NONE },
  reclassify: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  disposeFurther: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  assignCoHandlers: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  changeLead: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  return: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'SUBMITTED', IN_PROGRESS: 'SUBMITTED', COMPLETED: NONE, ARCHIVED: NONE },
  acknowledge: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  plan: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  giveResult: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  reportObstacle: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  proposeAnswer: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  // What it leads to is the answer's own transition (approval module).
  approveAnswer: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  rejectAnswer: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  correct: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: NONE },
  requestInformation: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  proposeClosing: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  reply: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  confirm: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: 'COMPLETED', COMPLETED: NONE, ARCHIVED: NONE },
  close: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: 'COMPLETED', COMPLETED: NONE, ARCHIVED: NONE },
  completeAutomatically: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: 'COMPLETED', COMPLETED: NONE, ARCHIVED: NONE },
  dispute: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: 'IN_PROGRESS', ARCHIVED: NONE },
  rateWell: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: 'COMPLETED', ARCHIVED: NONE },
  rateBadly: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: 'IN_PROGRESS', ARCHIVED: NONE },
  appeal: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: NONE, IN_PROGRESS: NONE, COMPLETED: NONE, ARCHIVED: 'SUBMITTED' },
  markDuplicate: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  unmarkDuplicate: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: 'SUBMITTED' },
  repointDuplicate: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  endWithMaster: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: 'COMPLETED', IN_PROGRESS: 'COMPLETED', COMPLETED: NONE, ARCHIVED: NONE },
  withdraw: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: 'ARCHIVED', IN_PROGRESS: 'ARCHIVED', COMPLETED: NONE, ARCHIVED: NONE },
  flag: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  removeFlag: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  revealIdentity: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  publish: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: NONE },
  withhold: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  redact: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  reassign: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  reassignToDesk: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'SUBMITTED', IN_PROGRESS: 'SUBMITTED', COMPLETED: NONE, ARCHIVED: NONE },
  handOver: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  endHandOver: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  writeToReporter: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  replyPrivately: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
};

/** Days after the end of a report within which the reporter may dispute, rate badly or appeal; calendar days. */
export const REOPENING_DAYS = 14;
/** After so many returns in a report's life the next routing is decided by the national desk and cannot be returned. */
export const MOST_RETURNS = 3;
/** A rating this low or lower opens the report again. */
export const BAD_RATING = 2;

/** What the rules look at besides the state. */
export interface LifecycleFacts {
  state: ReportState;
  /** When the report was completed or archived. */
  endedAt: Date | null;
  returnCount: number;
  rating: number | null;
  isAnonymous: boolean;
  isConfidential: boolean;
  hasIdentity: boolean;
  isPublished: boolean;
  /** The national desk holds it back from publication. */
  isHeld: boolean;
  /** It follows another report. */
  isDuplicate: boolean;
  archiveCode: ArchiveCode | null;
}

/** Why a transition is refused, as it goes on the wire. */
export type Refusal =
  | 'WRONG_STATE'
  | 'OWN_ANSWER'
  | 'TOO_LATE'
  | 'RETURNS_EXHAUSTED'
  | 'ALREADY_RATED'
  | 'NO_IDENTITY'
  | 'NO_SUCH_FLAG'
  | 'NOT_PUBLIC'
  | 'ALREADY_PUBLISHED'
  | 'ALREADY_HELD'
  | 'NOT_A_DUPLICATE'
  | 'NO_HAND_OVER';

/** The state after a transition, or why it may not happen. Who may do it is the policy's question. */
export function next(
  facts: LifecycleFacts,
  transition: Transition,
  now: Date,
): { ok: true; state: ReportState } | { ok: false; refusal: Refusal } {
  const state = TABLE[transition][facts.state];
  if (state === null) return { ok: false, refusal: 'WRONG_STATE' };
  const refusal = guard(facts, transition, now);
  return refusal ? { ok: false, refusal } : { ok: true, state };
}

function guard(facts: LifecycleFacts, transition: Transition, now: Date): Refusal | null {
  switch (transition) {
    case 'dispute':
    case 'appeal':
      return withinReopening(facts, now) ? null : 'TOO_LATE';
    case 'rateBadly':
      if (facts.rating !== null) return 'ALREADY_RATED';
      return withinReopening(facts, now) ? null : 'TOO_LATE';
    case 'rateWell':
      return facts.rating === null ? null : 'ALREADY_RATED';
    case 'return':
      return facts.returnCount < MOST_RETURNS ? null : 'RETURNS_EXHAUSTED';
    case 'revealIdentity':
      return facts.hasIdentity ? null : 'NO_IDENTITY';
    case 'removeFlag':
      return facts.isAnonymous || facts.isConfidential ? null : 'NO_SUCH_FLAG';
    case 'repointDuplicate':
    case 'endWithMaster':
      return facts.isDuplicate ? null : 'NOT_A_DUPLICATE';
    case 'unmarkDuplicate':
      if (!facts.isDuplicate) return 'NOT_A_DUPLICATE';
      // Withdrawn or archived for another reason: that it is like another report does not bring it back.
      return facts.state === 'ARCHIVED' && facts.archiveCode !== 'DUPLICATE' ? 'WRONG_STATE' : null;
    case 'publish':
      if (facts.isConfidential) return 'NOT_PUBLIC';
      return facts.isPublished ? 'ALREADY_PUBLISHED' : null;
    case 'withhold':
      if (facts.isConfidential) return 'NOT_PUBLIC';
      return facts.isHeld ? 'ALREADY_HELD' : null;
    default:
      return null;
  }
}

const withinReopening = ({ endedAt }: LifecycleFacts, now: Date): boolean =>
  endedAt !== null && now.getTime() - endedAt.getTime() <= REOPENING_DAYS * 86_400_000;
