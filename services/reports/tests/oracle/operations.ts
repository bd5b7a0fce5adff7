import { randomUUID } from 'node:crypto';
import {
  holdsLink,
  isAnonymous,
  isHandedOver,
  isKey,
  isOneOf,
  isPublished,
  isSecret,
  mayRevealIdentity,
  mayApprove,
  maySupport,
  readsNotes,
  type Cell,
} from './authority.ts';
import { STATE_TABLE } from './state-table.ts';

export type Verdict = 'CHANGED' | 'REFUSED' | 'INVALID' | 'NOT_FOUND';

interface Attempt {
  mutation: string;
  input: (reportId: string) => Record<string, unknown>;
  expected: (cell: Cell) => Verdict;
  /** The field of `Report` that foretells it, when there is one. */
  foretold: string | null;
  /** Where the field foretells more than that the viewer may do some of it: the verdicts that it foretells. */
  foretoldBy?: readonly Verdict[];
}

const STATE_OF: Record<Cell['situation'], string> = {
  SUBMITTED: 'SUBMITTED',
  POSTPONED: 'POSTPONED',
  DISPOSED: 'DISPOSED',
  IN_PROGRESS: 'IN_PROGRESS',
  COMPLETED: 'COMPLETED',
  ARCHIVED: 'ARCHIVED',
  RETURNED: 'SUBMITTED',
  WITHHELD: 'DISPOSED',
  HANDED_OVER: 'DISPOSED',
  HANDED_OVER_NATIONALLY: 'DISPOSED',
};

/** By the state table: those a row names may, in the states it names; others see nothing of it. */
const byTable =
  (event: string, also: (cell: Cell) => boolean = () => true) =>
  (cell: Cell): Verdict => {
    const { who, from } = STATE_TABLE[event]!;
    if (!isOneOf(cell, who)) return 'NOT_FOUND';
    return (from as readonly string[]).includes(STATE_OF[cell.situation]) && also(cell)
      ? 'CHANGED'
      : 'REFUSED';
  };

const REASON = 'Alasan yang cukup panjang.';
const attempt = (
  mutation: string,
  event: string,
  foretold: string | null,
  fields: Record<string, unknown> = {},
): Attempt => ({
  mutation,
  input: (reportId) => ({ reportId, ...fields }),
  expected: byTable(event),
  foretold,
});
/** "A result: what was done, with proof"; "an obstacle: why not". */
const SAID = { outcome: 'SOLVED', noProofReason: REASON, obstacleReason: 'WEATHER' };
/** Whoever holds the link to the head may do this, and nothing else. */
const answer = (kind: string, event: string): Attempt => ({
  ...attempt('answerReport', event, 'viewerCanAnswer', {
    kind,
    text: REASON,
    promisedOn: '2026-12-15',
    ...SAID,
  }),
  expected: (cell) => (holdsLink(cell) ? 'CHANGED' : byTable(event)(cell)),
});
/** Only of a report that is handed over, and only by who stands in or by the national desk. */
const handOver = (mutation: string, event: string, foretold: string | null): Attempt => ({
  ...attempt(mutation, event, foretold, { organisationId: 'opd-13-71-dpupr' }),
  expected: (cell) => (isHandedOver(cell) ? byTable(event)(cell) : 'NOT_FOUND'),
});

/** Signed in by an account with a post, not by a key or a link. */
const isOfficer = ({ viewer }: Cell): boolean =>
  /^(national admin|agency |liaison |field |Ombudsman|KSP|analyst)/.test(viewer);
/** "Undo for ten seconds": for officers as the change itself; nobody else could take it back, and is told so. */
const undoable = (mutation: string, event: string, fields: Record<string, unknown>): Attempt => ({
  mutation,
  input: (reportId) => ({ reportId, requestKey: randomUUID(), undoSeconds: 10, ...fields }),
  expected: (cell) => (isOfficer(cell) ? byTable(event)(cell) : 'INVALID'),
  foretold: null,
});

/** Every mutation on a report, with an input that is right in itself, and what must come of it. */
export const ATTEMPTS: readonly Attempt[] = [
  attempt('verifyReport', 'verify', 'viewerCanVerify', {
    class: 'GRIEVANCE',
    categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
    leadOrganisationId: 'opd-13-71-dishub',
    safeToPublish: true,
  }),
  attempt('postponeReport', 'postpone', 'viewerCanPostpone', { missingData: REASON }),
  attempt('archiveReport', 'archive', 'viewerCanArchive', { code: 'SPAM', text: REASON }),
  attempt('reclassifyReport', 'reclassify', 'viewerCanReclassify', {
    class: 'DISPUTE_WITHOUT_INSPECTION',
    reason: REASON,
  }),
  attempt('disposeReport', 'disposeFurther', 'viewerCanDispose', { organisationId: 'unit-bina-marga' }),
  attempt('assignCoHandlers', 'assignCoHandlers', 'viewerCanAssign', {
    organisationIds: ['unit-bina-marga'],
  }),
  attempt('changeLead', 'changeLead', 'viewerCanAssign', { organisationId: 'unit-bina-marga' }),
  attempt('returnReport', 'return', 'viewerCanReturn', { reason: 'NOT_OUR_TASK', text: REASON }),
  answer('ACKNOWLEDGEMENT', 'acknowledge'),
  answer('PLAN', 'plan'),
  answer('RESULT', 'giveResult'),
  answer('OBSTACLE', 'reportObstacle'),
  undoable('verifyReport', 'verify', {
    class: 'GRIEVANCE',
    categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
    leadOrganisationId: 'opd-13-71-dishub',
    safeToPublish: true,
  }),
  undoable('archiveReport', 'archive', { code: 'SPAM', text: REASON }),
  undoable('disposeReport', 'disposeFurther', { organisationId: 'unit-bina-marga' }),
  undoable('returnReport', 'return', { reason: 'NOT_OUR_TASK', text: REASON }),
  undoable('answerReport', 'plan', { kind: 'PLAN', text: REASON, promisedOn: '2026-12-15' }),
  {
    mutation: 'undoChange',
    input: (reportId) => ({ reportId, requestKey: randomUUID() }),
    // Nobody has sent it: whose it is decides, and nothing else.
    expected: () => 'NOT_FOUND',
    foretold: null,
  },
  {
    ...attempt('correctAnswer', 'correct', 'viewerCanCorrect', { entryId: randomUUID(), text: REASON }),
    // There is no such answer: whoever may correct is told so.
    expected: (cell) => {
      const verdict = byTable('correct')(cell);
      return verdict === 'CHANGED' ? 'INVALID' : verdict;
    },
  },
  attempt('requestInformation', 'requestInformation', 'viewerCanRequestInformation', { text: REASON }),
  attempt('proposeClosing', 'proposeClosing', 'viewerCanProposeClosing', { reason: REASON }),
  attempt('closeReport', 'close', 'viewerCanClose', { reason: REASON }),
  attempt('flagReport', 'flag', 'viewerCanFlag', { confidential: true, anonymous: true, reason: REASON }),
  handOver('handOverReport', 'handOver', 'viewerCanHandOver'),
  handOver('revokeHandOver', 'endHandOver', 'viewerCanHandOver'),
  handOver('printHandOverLetter', 'handOver', 'viewerCanHandOver'),
  {
    ...attempt('withholdReport', 'withhold', 'viewerCanWithhold', { reason: REASON, rule: 'PERSONAL_DATA' }),
    // What nobody reads is not held back, nor what is held already.
    expected: byTable('withhold', (cell) => !isSecret(cell) && cell.situation !== 'WITHHELD'),
  },
  {
    ...attempt('releaseReport', 'publish', 'viewerCanRelease'),
    expected: byTable('publish', (cell) => !isSecret(cell) && !isPublished(cell)),
  },
  attempt('redactReport', 'redact', 'viewerCanRedact', {
    title: '[disamarkan]',
    reason: REASON,
    rule: 'PERSONAL_DATA',
  }),
  {
    // Other words, by another rule: whoever may cover is told what is not theirs.
    ...attempt('redactReport', 'redact', 'viewerCanRedactByAnyRule', {
      title: 'Judul tanpa nama siapa pun',
      reason: REASON,
      rule: 'SLANDER',
    }),
    foretoldBy: ['CHANGED'],
    expected: (cell) => {
      const verdict = byTable('redact')(cell);
      return verdict === 'CHANGED' && !isOneOf(cell, ['verifier', 'national admin']) ? 'INVALID' : verdict;
    },
  },
  {
    ...attempt('redactPhoto', 'redact', 'viewerCanRedact', {
      attachmentId: randomUUID(),
      areas: [{ x: 0.1, y: 0.1, width: 0.5, height: 0.5 }],
      reason: REASON,
      rule: 'CHILD',
    }),
    // There is no such photo: whoever may is told so.
    expected: (cell) => (byTable('redact')(cell) === 'NOT_FOUND' ? 'NOT_FOUND' : 'INVALID'),
  },
  {
    ...attempt('markDuplicate', 'markDuplicate', 'viewerCanMarkDuplicate', {
      masterNumber: '00000000',
      reason: REASON,
    }),
    // There is no such master: whoever may is told so.
    expected: (cell) => {
      const verdict = byTable('markDuplicate')(cell);
      return verdict === 'CHANGED' ? 'INVALID' : verdict;
    },
  },
  {
    ...attempt('unmarkDuplicate', 'unmarkDuplicate', 'viewerCanUnmarkDuplicate', { reason: REASON }),
    // None of them is one.
    expected: byTable('unmarkDuplicate', () => false),
  },
  attempt('completeReportData', 'completeData', 'viewerCanCompleteData', { text: REASON }),
  attempt('replyToReport', 'reply', 'viewerCanReply', { text: REASON }),
  attempt('confirmReport', 'confirm', 'viewerCanConfirm'),
  attempt('disputeReport', 'dispute', 'viewerCanDispute', { text: REASON }),
  attempt('rateReport', 'rateWell', 'viewerCanRate', { score: 5 }),
  attempt('rateReport', 'rateBadly', 'viewerCanRate', { score: 1 }),
  attempt('withdrawReport', 'withdraw', 'viewerCanWithdraw'),
  attempt('appealArchive', 'appeal', 'viewerCanAppeal', { text: REASON }),
  {
    mutation: 'removeFlag',
    input: (reportId) => ({ reportId, anonymous: true, confidential: true }),
    expected: byTable('removeFlag', (cell) => isAnonymous(cell) || cell.visibility === 'confidential'),
    foretold: 'viewerCanRemoveFlag',
  },
  {
    mutation: 'revealIdentity',
    input: (reportId) => ({ reportId, reason: REASON, requestKey: randomUUID() }),
    expected: (cell) => (mayRevealIdentity(cell) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: 'viewerCanRevealIdentity',
  },
  ...(['approveAnswer', 'rejectAnswer'] as const).map((mutation) => ({
    ...attempt(mutation, mutation, null, { proposalId: randomUUID(), reason: REASON }),
    input: (reportId: string) => ({
      reportId,
      proposalId: randomUUID(),
      ...(mutation === 'rejectAnswer' ? { reason: REASON } : {}),
    }),
    // "By agency admin or head above the author": there is no such answer, and whoever may is told so.
    expected: (cell: Cell): Verdict => {
      if (!mayApprove(cell)) return 'NOT_FOUND';
      return ['DISPOSED', 'IN_PROGRESS'].includes(STATE_OF[cell.situation]) ? 'INVALID' : 'REFUSED';
    },
  })),
  {
    mutation: 'createWorkOrder',
    input: (reportId) => ({
      reportId,
      organisationId: 'opd-13-71-dpupr',
      task: 'Ukur dan foto lubang.',
      placeText: 'Depan pasar',
      dueOn: '2026-11-25',
    }),
    // "By handlers", while there is something to handle; its link is a secret of a person's.
    expected: (cell) => {
      if (!isOneOf(cell, ['handler']) || isKey(cell)) return 'NOT_FOUND';
      return ['DISPOSED', 'IN_PROGRESS'].includes(STATE_OF[cell.situation]) ? 'CHANGED' : 'REFUSED';
    },
    foretold: null,
  },
  ...['saveAnswerDraft', 'discardAnswerDraft'].map((mutation) => ({
    mutation,
    input: (reportId: string) =>
      mutation === 'saveAnswerDraft' ? { reportId, kind: 'PLAN', text: REASON } : { reportId },
    // A draft is for whoever may answer by a post, in whatever state it is for now; never a key's, never a link's.
    expected: (cell: Cell): Verdict => (isOneOf(cell, ['handler']) && !isKey(cell) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: null,
  })),
  {
    ...attempt('leaseReport', 'verify', null),
    // "Two operators never get the same report": for those who verify, while it waits; people, not keys.
    expected: (cell) => (isKey(cell) ? 'NOT_FOUND' : byTable('verify')(cell)),
  },
  {
    ...attempt('releaseLease', 'verify', null),
    // Nothing of the viewer's is put back: that is no fault.
    expected: (cell) => (isKey(cell) || byTable('verify')(cell) === 'NOT_FOUND' ? 'NOT_FOUND' : 'CHANGED'),
  },
  {
    mutation: 'markPresence',
    input: (reportId) => ({ reportId, activity: 'READING' }),
    // "Officers who read it before publication; never reporter, public, keys."
    expected: (cell) => (readsNotes(cell) && !isKey(cell) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: null,
  },
  {
    mutation: 'addNote',
    input: (reportId) => ({ reportId, text: REASON }),
    expected: (cell) => (readsNotes(cell) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: 'viewerCanAddNote',
  },
  attempt('writeToReporter', 'writeToReporter', 'viewerCanWriteToReporter', { text: REASON }),
  attempt('replyPrivately', 'replyPrivately', 'viewerCanReplyPrivately', { text: REASON }),
  {
    mutation: 'releaseFromJunk',
    input: (reportId) => ({ reportId }),
    expected: (cell) => (isOneOf(cell, ['national admin']) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: null,
  },
  ...['exportOwnData', 'eraseOwnData'].map((mutation): Attempt => ({
    mutation,
    input: (reportId) => ({ reportId }),
    expected: (cell) => (isOneOf(cell, ['reporter']) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: null,
  })),
  {
    mutation: 'setNotificationSettings',
    input: (reportId) => ({ reportId, wantsNews: false }),
    expected: (cell) => (isOneOf(cell, ['reporter']) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: null,
  },
  ...['supportReport', 'withdrawSupport'].map((mutation): Attempt => ({
    mutation,
    input: (reportId) => ({ reportId }),
    expected: (cell) => (maySupport(cell) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: 'viewerCanSupport',
  })),
];

/** Mutations without a report to judge by: anyone files, and anyone may try a number with its code, or a link. */
export const FOR_ANYONE: readonly string[] = [
  'submitReport',
  'openReport',
  'openHandOver',
  'claimReport',
  'requestNewAccessCode',
  'renewAccessCode',
  'archiveJunkGroup',
];

/** Mutations that are about no report at all, or about a list of the viewer's own; each has a test of its own. */
export const BESIDE_REPORTS: readonly string[] = [
  'savePriorityProgramme',
  'changeRetention',
  'changeCategory',
  'endPriorityProgramme',
  'setAnswerApproval',
  'cancelWorkOrder',
  'finishWorkOrder',
  'addWorkOrderEvidence',
  'openWorkOrder',
  'leaseReports',
  'markMentionsRead',
  'applyBulk',
  'saveAnswerTemplate',
  'retireAnswerTemplate',
  'saveFilter',
  'deleteFilter',
  'followReport',
  'unfollowReport',
  'followArea',
  'unfollow',
];
