import { randomUUID } from 'node:crypto';
import {
  holdsLink,
  isAnonymous,
  isHandedOver,
  isOneOf,
  mayRevealIdentity,
  maySupport,
  type Cell,
} from './authority.ts';
import { STATE_TABLE } from './state-table.ts';

export type Verdict = 'CHANGED' | 'REFUSED' | 'NOT_FOUND';

interface Attempt {
  mutation: string;
  input: (reportId: string) => Record<string, unknown>;
  expected: (cell: Cell) => Verdict;
  /** The field of `Report` that foretells it, when there is one. */
  foretold: string | null;
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
/** Whoever holds the link to the head may do this, and nothing else. */
const answer = (kind: string, event: string): Attempt => ({
  ...attempt('answerReport', event, 'viewerCanAnswer', { kind, text: REASON, promisedOn: '2026-12-15' }),
  expected: (cell) => (holdsLink(cell) ? 'CHANGED' : byTable(event)(cell)),
});
/** Only of a report that is handed over, and only by who stands in or by the national desk. */
const handOver = (mutation: string, event: string, foretold: string | null): Attempt => ({
  ...attempt(mutation, event, foretold, { organisationId: 'opd-13-71-dpupr' }),
  expected: (cell) => (isHandedOver(cell) ? byTable(event)(cell) : 'NOT_FOUND'),
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
  attempt('returnReport', 'return', 'viewerCanReturn', { reason: 'NOT_OUR_TASK', text: REASON }),
  answer('ACKNOWLEDGEMENT', 'acknowledge'),
  answer('PLAN', 'plan'),
  answer('RESULT', 'giveResult'),
  answer('OBSTACLE', 'reportObstacle'),
  attempt('requestInformation', 'requestInformation', 'viewerCanRequestInformation', { text: REASON }),
  attempt('proposeClosing', 'proposeClosing', 'viewerCanProposeClosing', { reason: REASON }),
  attempt('closeReport', 'close', 'viewerCanClose', { reason: REASON }),
  attempt('flagReport', 'flag', 'viewerCanFlag', { confidential: true, anonymous: true, reason: REASON }),
  handOver('handOverReport', 'handOver', 'viewerCanHandOver'),
  handOver('revokeHandOver', 'endHandOver', 'viewerCanHandOver'),
  handOver('printHandOverLetter', 'handOver', 'viewerCanHandOver'),
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
  {
    mutation: 'supportReport',
    input: (reportId) => ({ reportId }),
    expected: (cell) => (maySupport(cell) ? 'CHANGED' : 'NOT_FOUND'),
    foretold: 'viewerCanSupport',
  },
];

/** Mutations without a report to judge by: anyone files, and anyone may try a number with its code, or a link. */
export const FOR_ANYONE: readonly string[] = ['submitReport', 'openReport', 'openHandOver'];
