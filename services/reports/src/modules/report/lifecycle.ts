import type { ReportState } from './vocabulary.ts';

/** What can happen to a report (domain.md, state table). */
export const TRANSITIONS = [
  'verify',
  'postpone',
  'completeData',
  'expirePostponement',
  'archive',
  'reclassify',
  'disposeFurther',
  'return',
  'acknowledge',
  'plan',
  'giveResult',
  'reportObstacle',
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
  'withdraw',
  'flag',
  'removeFlag',
  'revealIdentity',
  'publish',
  'withhold',
  'reassign',
  'reassignToDesk',
  'handOver',
  'endHandOver',
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
  return: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'SUBMITTED', IN_PROGRESS: 'SUBMITTED', COMPLETED: NONE, ARCHIVED: NONE },
  acknowledge: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  plan: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  giveResult: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  reportObstacle: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
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
  markDuplicate: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  withdraw: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: 'ARCHIVED', IN_PROGRESS: 'ARCHIVED', COMPLETED: NONE, ARCHIVED: NONE },
  flag: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  removeFlag: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  revealIdentity: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  publish: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: NONE },
  withhold: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  reassign: { SUBMITTED: 'SUBMITTED', POSTPONED: 'POSTPONED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'COMPLETED', ARCHIVED: 'ARCHIVED' },
  reassignToDesk: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'SUBMITTED', IN_PROGRESS: 'SUBMITTED', COMPLETED: NONE, ARCHIVED: NONE },
  handOver: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
  endHandOver: { SUBMITTED: NONE, POSTPONED: NONE, DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS', COMPLETED: NONE, ARCHIVED: NONE },
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
}

/** Why a transition is refused, as it goes on the wire. */
export type Refusal =
  | 'WRONG_STATE'
  | 'TOO_LATE'
  | 'RETURNS_EXHAUSTED'
  | 'ALREADY_RATED'
  | 'NO_IDENTITY'
  | 'NO_SUCH_FLAG'
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
    default:
      return null;
  }
}

const withinReopening = ({ endedAt }: LifecycleFacts, now: Date): boolean =>
  endedAt !== null && now.getTime() - endedAt.getTime() <= REOPENING_DAYS * 86_400_000;
