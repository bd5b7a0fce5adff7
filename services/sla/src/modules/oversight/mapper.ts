import {
  hasRole,
  isNationalDesk,
  organisationsOf,
  provincesOfOmbudsmanOffice,
  type Viewer,
} from '@lapor/viewer';
import { addCalendarDays, addWorkingDays, localDateAt, workingDaysLeft } from '@lapor/working-days';
import type { RuleBook } from '../clock/index.ts';
import type { Entry } from '../entry/index.ts';
import type { Clarification, OversightLetter as LetterFacts } from './case.ts';
import {
  OversightCase,
  OversightClarification,
  OversightEntry,
  OversightLetter,
  type ReportOversight,
} from './graphql/index.ts';
import { refusalOf } from './lifecycle.ts';
import { mayAct, mayApprove, mayFollowToReport, mayReadReason, mayReply } from './policy.ts';
import type { CaseRow, Reach } from './repository.ts';
import { CASE_ENTRY_KINDS, type CaseAct, type CaseEntryKind } from './vocabulary.ts';

const reference = (id: string | null) => (id === null ? null : { id });

/** A case as its readers see it. @param rules with all versions of calendars. */
export function toCase(row: CaseRow, viewer: Viewer, rules: RuleBook, now: Date): OversightCase {
  const can = (act: CaseAct) => mayAct(viewer, row, act) && refusalOf(act, row.state) === null;
  const handler =
    row.handlers.find(({ role }) => role === 'LEAD') ?? row.handlers.find(({ role }) => role === 'VERIFIER');
  return Object.assign(new OversightCase(), {
    id: row.id,
    reportNumber: row.number,
    report: mayFollowToReport(viewer, row) ? { id: row.reportId } : null,
    isConfidential: row.isConfidential,
    state: row.state,
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    office: { id: row.officeId },
    organisation: reference(handler?.organisationId ?? null),
    clarification: row.clarification && toClarification(row.clarification, rules, now),
    recommendedAt: row.recommendedAt,
    closedAt: row.closedAt,
    outcome: row.outcome,
    viewerCanAskClarification: can('ask'),
    viewerCanGiveClarification: can('clarify'),
    viewerCanWrite: can('write'),
    viewerCanAssign: can('assign'),
    viewerCanRecommend: can('recommend'),
    viewerCanClose: can('close'),
    row,
  });
}

const lastDayOf = ({ dueAt, timeZone }: Clarification): string =>
  localDateAt(new Date(dueAt.getTime() - 1), timeZone);
const isMissed = ({ dueAt, endedAt }: Clarification, now: Date): boolean => (endedAt ?? now) >= dueAt;

function toClarification(one: Clarification, rules: RuleBook, now: Date): OversightClarification {
  const national = rules.calendars.find(({ id }) => id === one.calendarId) ?? rules.calendars.at(-1)!;
  const calendar = rules.closingDays.calendarOf(national, one.governmentId, one.closingDaysId);
  const add = one.unit === 'WORKING' ? addWorkingDays : addCalendarDays;
  const { countedDays, skippedDays } = add(calendar, one.askedAt, one.length, one.timeZone);
  return Object.assign(new OversightClarification(), {
    askedAt: one.askedAt,
    organisation: reference(one.organisationId),
    givenAt: one.givenAt,
    dueAt: one.dueAt,
    dueOn: lastDayOf(one),
    isMissed: isMissed(one, now),
    workingDaysLeft: workingDaysLeft(calendar, one.endedAt ?? now, one.dueAt, one.timeZone),
    timeZone: one.timeZone,
    length: one.length,
    unit: one.unit,
    countedDays,
    skippedDays,
    policyVersion: one.policyVersion,
    calendarVersion: calendar.version,
  });
}

/** A letter as its readers see it. */
export function toLetter(letter: LetterFacts, kase: CaseRow, viewer: Viewer): OversightLetter {
  const isDraft = letter.state === 'DRAFT';
  const replyBy = letter.content?.replyBy;
  return Object.assign(new OversightLetter(), {
    id: letter.id,
    state: letter.state,
    number: typeof letter.content?.number === 'string' ? letter.content.number : null,
    addressee: { id: letter.addresseeId },
    draftedAt: letter.draftedAt,
    approvedAt: letter.approvedAt,
    sentAt: letter.sentAt,
    replyBy: typeof replyBy === 'string' ? replyBy : null,
    repliedAt: letter.repliedAt,
    failure: letter.state === 'FAILED' ? letter.failure : null,
    pdfPath: `/surat/${letter.id}.pdf`,
    version: letter.version,
    isEdited: letter.paragraphs !== null,
    viewerCanEdit: isDraft && kase.state !== 'CLOSED' && mayApprove(viewer, kase),
    viewerCanApprove:
      (isDraft || letter.state === 'FAILED') && kase.state !== 'CLOSED' && mayApprove(viewer, kase),
    viewerCanRecordReply:
      !isDraft &&
      letter.state !== 'REPLIED' &&
      mayReply(viewer, kase, { isDraft, addresseeId: letter.addresseeId }),
    row: letter,
    caseRow: kase,
  });
}

const OF_DRAFTS: readonly string[] = ['LETTER_DRAFTED', 'LETTER_EDITED'];

/** What happened in one case, for somebody who reads it: drafts of letters are for those who may approve them. */
export function toEntries(kase: CaseRow, entries: readonly Entry[], viewer: Viewer): OversightEntry[] {
  return entries
    .filter(({ kind, payload }) => isOfCase(kind) && payload.caseId === kase.id)
    .filter(({ kind }) => !OF_DRAFTS.includes(kind) || mayApprove(viewer, kase))
    .map(({ id, at, kind, actorKind, payload, texts }) => {
      // What the reporter wrote is for the Ombudsman alone: it may tell of what the agency must not know.
      const readsReason = actorKind !== 'REPORTER' || mayReadReason(viewer, kase);
      const about = payload.organisationId ?? payload.officeId ?? payload.addresseeId;
      return Object.assign(new OversightEntry(), {
        id: String(id),
        at,
        kind: kind as CaseEntryKind,
        organisation: reference(typeof about === 'string' ? about : null),
        text: readsReason ? (texts.text ?? texts.reason ?? null) : null,
        wordsForReporter: texts.wordsForReporter ?? null,
      });
    });
}

const isOfCase = (kind: string): boolean => (CASE_ENTRY_KINDS as readonly string[]).includes(kind);

/** The newest case in words for the reporter. */
export function toReportOversight(
  kase: CaseRow,
  letters: readonly LetterFacts[],
  now: Date,
): Omit<ReportOversight, 'wordsForReporter' | 'case'> {
  const waits = kase.clarification?.endedAt === null ? kase.clarification : null;
  const sent = letters.findLast(({ sentAt }) => sentAt !== null);
  return {
    state: kase.state,
    openedAt: kase.openedAt,
    openedBy: kase.openedBy,
    office: { id: kase.officeId },
    clarificationDueOn: waits && lastDayOf(waits),
    isClarificationMissed: waits !== null && isMissed(waits, now),
    letterSentOn: sent?.sentAt ? localDateAt(sent.sentAt, 'Asia/Jakarta') : null,
    outcome: kase.outcome,
  };
}

/** Where in the lists the viewer finds anything; the rows are judged one by one all the same. */
export function reachOf(viewer: Viewer): Reach {
  const nothing: Reach = {
    all: 'NOTHING',
    drafts: 'NOTHING',
    officeIds: [],
    provinces: [],
    organisationIds: [],
  };
  if (viewer.apiKey || viewer.accountId === undefined) return nothing;
  const officeIds = organisationsOf(viewer, 'OMBUDSMAN');
  const isNational = officeIds.includes('ombudsman');
  const byMonitoring = hasRole(viewer, 'KSP_MONITOR') ? 'NOT_CONFIDENTIAL' : 'NOTHING';
  return {
    all: isNational || isNationalDesk(viewer) ? 'EVERYTHING' : byMonitoring,
    drafts: isNational ? 'EVERYTHING' : byMonitoring,
    officeIds,
    provinces: officeIds
      .filter((id) => id !== 'ombudsman')
      .flatMap((id) => provincesOfOmbudsmanOffice(id.slice('ombudsman-'.length))),
    organisationIds: organisationsOf(viewer, 'AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'),
  };
}
