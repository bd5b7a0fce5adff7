import type { ReportState } from '../../src/modules/report/vocabulary.ts';

/** Who may do something with a report, in the words of domain.md. */
export type Doer =
  /** Citizen (pelapor), by account or by access code. */
  | 'reporter'
  /** Where the report waits: the national desk, or the agency whose desk it came back to. */
  | 'verifier'
  | 'national admin'
  /** Agency admin or liaison officer whose post reaches the unit that handles it. */
  | 'handler'
  /** Who answers for a unit that nobody staffs: the nearest staffed level above, else the national desk. */
  | 'stand-in'
  | 'system';

interface Row {
  from: readonly ReportState[];
  /** `same`: the state stays. By state where the document's word depends on it. */
  to: ReportState | 'same' | Readonly<Partial<Record<ReportState, ReportState>>>;
  who: readonly Doer[];
  /** Days after the end within which it is possible. */
  withinDays?: number;
  /** Where the state table of domain.md has no row: the decision taken here, and why. */
  silent?: string;
}

const OPEN = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS'] as const;
const WITH_AN_AGENCY = ['DISPOSED', 'IN_PROGRESS'] as const;
const ANY = [...OPEN, 'COMPLETED', 'ARCHIVED'] as const;

/**
 * The state table of domain.md, copied by hand from the document and never from the code. Plan and result have two
 * targets in the document ("DISPOSED → IN_PROGRESS", "IN_PROGRESS → same"): both are IN_PROGRESS.
 */
export const STATE_TABLE: Record<string, Row> = {
  verify: { from: ['SUBMITTED'], to: 'DISPOSED', who: ['verifier', 'national admin'] },
  postpone: { from: ['SUBMITTED'], to: 'POSTPONED', who: ['verifier', 'national admin'] },
  completeData: { from: ['POSTPONED'], to: 'SUBMITTED', who: ['reporter'] },
  expirePostponement: { from: ['POSTPONED'], to: 'ARCHIVED', who: ['system'] },
  archive: { from: ['SUBMITTED', 'POSTPONED'], to: 'ARCHIVED', who: ['national admin'] },
  reclassify: { from: OPEN, to: 'same', who: ['verifier', 'national admin'] },
  disposeFurther: { from: WITH_AN_AGENCY, to: 'same', who: ['handler'] },
  assignCoHandlers: {
    from: WITH_AN_AGENCY,
    to: 'same',
    who: ['handler', 'national admin'],
    silent: '"several units may handle one report": who leads says who helps, and so does the national desk',
  },
  changeLead: {
    from: WITH_AN_AGENCY,
    to: 'same',
    who: ['handler', 'national admin'],
    silent: '"one lead gives the public answer": among several it may become another one',
  },
  return: { from: WITH_AN_AGENCY, to: 'SUBMITTED', who: ['handler'] },
  acknowledge: { from: WITH_AN_AGENCY, to: 'same', who: ['handler'] },
  plan: { from: WITH_AN_AGENCY, to: 'IN_PROGRESS', who: ['handler'] },
  giveResult: { from: WITH_AN_AGENCY, to: 'IN_PROGRESS', who: ['handler'] },
  reportObstacle: { from: WITH_AN_AGENCY, to: 'same', who: ['handler'] },
  requestInformation: { from: WITH_AN_AGENCY, to: 'same', who: ['handler'] },
  reply: { from: WITH_AN_AGENCY, to: 'same', who: ['reporter', 'national admin'] },
  completeAutomatically: { from: ['IN_PROGRESS'], to: 'COMPLETED', who: ['system'] },
  confirm: { from: ['IN_PROGRESS'], to: 'COMPLETED', who: ['reporter'] },
  close: { from: ['IN_PROGRESS'], to: 'COMPLETED', who: ['national admin'] },
  dispute: { from: ['COMPLETED'], to: 'IN_PROGRESS', who: ['reporter'], withinDays: 14 },
  rateBadly: { from: ['COMPLETED'], to: 'IN_PROGRESS', who: ['reporter'], withinDays: 14 },
  appeal: { from: ['ARCHIVED'], to: 'SUBMITTED', who: ['reporter'], withinDays: 14 },
  // "Follows the master": what nobody handles yet is not handled ("archive reasons are … duplicate"); what is handled stays.
  markDuplicate: {
    from: OPEN,
    to: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: 'DISPOSED', IN_PROGRESS: 'IN_PROGRESS' },
    // "Merge duplicates" stands with the national admin; an agency admin shall "never archive".
    who: ['national admin'],
  },
  unmarkDuplicate: {
    from: [...OPEN, 'ARCHIVED'],
    to: {
      SUBMITTED: 'SUBMITTED',
      POSTPONED: 'POSTPONED',
      DISPOSED: 'DISPOSED',
      IN_PROGRESS: 'IN_PROGRESS',
      ARCHIVED: 'SUBMITTED',
    },
    who: ['national admin', 'system'],
    silent: 'whoever links may err; and what was archived for a master that nobody handles has to be handled',
  },
  repointDuplicate: {
    from: ANY,
    to: 'same',
    who: ['system'],
    silent: 'a master that becomes a duplicate takes its duplicates along: there are no chains',
  },
  endWithMaster: {
    from: OPEN,
    to: { SUBMITTED: 'ARCHIVED', POSTPONED: 'ARCHIVED', DISPOSED: 'COMPLETED', IN_PROGRESS: 'COMPLETED' },
    who: ['system'],
    silent: '"follows the master": to its end',
  },
  withdraw: { from: OPEN, to: 'ARCHIVED', who: ['reporter'] },
  flag: { from: ANY, to: 'same', who: ['verifier', 'national admin', 'handler'] },
  proposeAnswer: {
    from: WITH_AN_AGENCY,
    to: 'same',
    who: ['handler'],
    silent: '"heads may be asked to approve answers": until then nothing has happened',
  },
  approveAnswer: {
    from: WITH_AN_AGENCY,
    to: 'same',
    who: ['handler'],
    silent: "what it leads to is the answer's own row",
  },
  rejectAnswer: { from: WITH_AN_AGENCY, to: 'same', who: ['handler'], silent: 'as above' },
  correct: {
    from: [...WITH_AN_AGENCY, 'COMPLETED'],
    to: 'same',
    who: ['handler'],
    silent: '"a sent answer can be corrected within 3 days": also after the reporter said that it is settled',
  },
  proposeClosing: {
    from: ['IN_PROGRESS'],
    to: 'same',
    who: ['handler'],
    silent: 'an agency "may only propose" what the national admin may do, and that is IN_PROGRESS only',
  },
  rateWell: {
    from: ['COMPLETED'],
    to: 'same',
    who: ['reporter'],
    silent:
      'only a completed report has a service to rate; a good rating changes nothing and needs no deadline',
  },
  removeFlag: {
    from: ANY,
    to: 'same',
    who: ['reporter'],
    silent: '"only the reporter may remove": whenever',
  },
  revealIdentity: {
    from: ANY,
    to: 'same',
    who: ['national admin', 'handler'],
    silent: 'needs a reason and is logged; no state is named',
  },
  publish: {
    from: ['DISPOSED', 'IN_PROGRESS', 'COMPLETED'],
    to: 'same',
    who: ['national admin'],
    silent: '"published when it is disposed": not before',
  },
  withhold: {
    from: ANY,
    to: 'same',
    who: ['national admin'],
    silent: '"a hold is the national desk\'s alone"',
  },
  redact: {
    from: ANY,
    to: 'same',
    who: ['verifier', 'national admin', 'handler'],
    silent:
      '"redaction of text and photo areas" is on the page of the agency (issue 7), of personal data alone; what slipped through is found later, in any state',
  },
  reassign: {
    from: ANY,
    to: 'same',
    who: ['system'],
    silent: '"successor (mergers keep history)": a report goes where its unit went, in whatever state it is',
  },
  reassignToDesk: {
    from: WITH_AN_AGENCY,
    to: 'SUBMITTED',
    who: ['system'],
    silent:
      'a unit that ends without one heir is like "not our authority": back to a desk, and no return of the three',
  },
  handOver: {
    from: WITH_AN_AGENCY,
    to: 'same',
    who: ['stand-in', 'national admin'],
    silent: '"handed over to its head": while the unit has to act',
  },
  endHandOver: {
    from: WITH_AN_AGENCY,
    to: 'same',
    who: ['stand-in', 'national admin', 'system'],
    silent: 'an "expiring answer link": by time, or because somebody calls it back',
  },
  writeToReporter: {
    from: OPEN,
    to: 'same',
    who: ['handler', 'national admin'],
    silent: 'the relay of the issue: while there is something to ask; moves nothing',
  },
  replyPrivately: {
    from: OPEN,
    to: 'same',
    who: ['reporter'],
    silent: 'the way back of the relay',
  },
};
