import { addCalendarDays, addWorkingDays } from '@lapor/working-days';
import { calendarFor } from '../calendar/index.ts';
import type { RuleBook } from '../clock/index.ts';
import type { Entry } from '../entry/index.ts';
import { limitOf, policyAt } from '../policy/index.ts';
import type { Clarification, OversightCase, OversightLetter } from './case.ts';
import { stateAfter } from './lifecycle.ts';
import type { CaseEntryKind, OversightOrigin, OversightOutcome } from './vocabulary.ts';

/** Paragraphs as they are kept: an empty line between them. */
export const textOf = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
const paragraphsIn = (kept: string): string[] => kept.split('\n\n');

/** All cases of a report and their letters. */
export interface Oversight {
  cases: OversightCase[];
  letters: OversightLetter[];
  /** Of all cases, oldest first. */
  clarifications: Clarification[];
}

type Payload = Record<string, unknown>;
interface Folding {
  reportId: string;
  cases: Map<string, OversightCase>;
  letters: Map<string, OversightLetter>;
  asked: Map<string, Clarification[]>;
}

/**
 * What the log says of a report's cases: the same entries and rules give the same cases at any time. A clarification that is waited
 * for is counted with the newest calendar, one that is over with the calendar of its end, as every clock is.
 */
export function foldEntries(reportId: string, entries: readonly Entry[], rules: RuleBook): Oversight {
  const folding: Folding = { reportId, cases: new Map(), letters: new Map(), asked: new Map() };
  for (const entry of entries) STEPS[entry.kind as CaseEntryKind]?.(folding, entry);
  const clarifications: Clarification[] = [];
  for (const [caseId, asked] of folding.asked) {
    const counted = asked.map((one) => count(one, rules));
    clarifications.push(...counted);
    folding.cases.get(caseId)!.clarification = counted.at(-1) ?? null;
  }
  return { cases: [...folding.cases.values()], letters: [...folding.letters.values()], clarifications };
}

const text = (payload: Payload, name: string): string | null => {
  const value = payload[name];
  return typeof value === 'string' ? value : null;
};

const STEPS: Record<CaseEntryKind, (folding: Folding, entry: Entry) => void> = {
  CASE_OPENED({ reportId, cases, asked }, { at, payload }) {
    const id = text(payload, 'caseId')!;
    asked.set(id, []);
    cases.set(id, {
      id,
      reportId,
      ordinal: Number(payload.ordinal),
      openedAt: at,
      openedBy: payload.openedBy as OversightOrigin,
      state: 'OPENED',
      officeId: text(payload, 'officeId')!,
      clarification: null,
      recommendedAt: null,
      closedAt: null,
      outcome: null,
      changedAt: at,
    });
  },
  CASE_ASSIGNED: onCase((found, { payload }) => {
    found.officeId = text(payload, 'officeId')!;
  }),
  CLARIFICATION_ASKED: onCase((found, { at, payload }, { asked }) => {
    found.state = stateAfter('ask', found.state);
    const all = asked.get(found.id)!;
    all.push({
      id: `${found.id}:CLARIFICATION:${all.length + 1}`,
      askedAt: at,
      organisationId: text(payload, 'organisationId'),
      givenAt: null,
      endedAt: null,
      dueAt: at,
      length: 0,
      unit: 'WORKING',
      timeZone: text(payload, 'timeZone')!,
      policyVersion: '',
      calendarId: 0,
      governmentId: text(payload, 'governmentId'),
      closingDaysId: null,
    });
  }),
  CLARIFICATION_GIVEN: onCase((found, { at }, { asked }) => {
    found.state = stateAfter('clarify', found.state);
    const pending = asked.get(found.id)!.at(-1);
    if (pending && pending.endedAt === null) Object.assign(pending, { givenAt: at, endedAt: at });
  }),
  CASE_MESSAGE_WRITTEN: onCase(() => {}),
  CASE_RECOMMENDED: onCase((found, { at }, folding) => {
    found.state = stateAfter('recommend', found.state);
    found.recommendedAt = at;
    endWaiting(folding, found.id, at);
  }),
  CASE_CLOSED: onCase((found, { at, payload }, folding) => {
    found.state = stateAfter('close', found.state);
    found.closedAt = at;
    found.outcome = payload.outcome as OversightOutcome;
    endWaiting(folding, found.id, at);
  }),
  LETTER_DRAFTED({ reportId, letters }, { at, payload }) {
    const id = text(payload, 'letterId')!;
    letters.set(id, {
      id,
      caseId: text(payload, 'caseId')!,
      reportId,
      state: 'DRAFT',
      addresseeId: text(payload, 'addresseeId')!,
      draftedAt: at,
      missedAt: new Date(text(payload, 'missedAt')!),
      version: 1,
      paragraphs: null,
      year: null,
      sequence: null,
      content: null,
      approvedAt: null,
      sentAt: null,
      failure: null,
      repliedAt: null,
    });
  },
  LETTER_EDITED: onLetter((letter, { payload, texts }) => {
    letter.version = Number(payload.version);
    letter.paragraphs = texts.text === undefined ? null : paragraphsIn(texts.text);
  }),
  LETTER_APPROVED: onLetter((letter, { at, payload }) => {
    letter.state = 'APPROVED';
    letter.failure = null;
    // Approved once; sent again it is the same paper.
    if (letter.approvedAt === null) letter.addresseeId = text(payload, 'addresseeId') ?? letter.addresseeId;
    letter.year ??= Number(payload.year);
    letter.sequence ??= Number(payload.sequence);
    letter.content ??= payload.content as Record<string, unknown>;
    letter.approvedAt ??= at;
  }),
  LETTER_SENT: onLetter((letter, { at }) => {
    if (letter.state === 'APPROVED') letter.state = 'SENT';
    letter.sentAt = at;
  }),
  LETTER_FAILED: onLetter((letter, { payload }) => {
    if (letter.state === 'APPROVED') letter.state = 'FAILED';
    letter.failure = text(payload, 'reason');
  }),
  LETTER_REPLIED: onLetter((letter, { at }) => {
    letter.state = 'REPLIED';
    letter.repliedAt = at;
  }),
};

function onCase(change: (found: OversightCase, entry: Entry, folding: Folding) => void) {
  return (folding: Folding, entry: Entry) => {
    const found = folding.cases.get(text(entry.payload, 'caseId') ?? '');
    if (!found) return;
    change(found, entry, folding);
    found.changedAt = entry.at;
  };
}

function onLetter(change: (letter: OversightLetter, entry: Entry) => void) {
  return (folding: Folding, entry: Entry) => {
    const letter = folding.letters.get(text(entry.payload, 'letterId') ?? '');
    if (letter) change(letter, entry);
  };
}

/** The case goes on without the clarification. */
function endWaiting({ asked }: Folding, caseId: string, at: Date): void {
  const pending = asked.get(caseId)?.at(-1);
  if (pending) pending.endedAt ??= at;
}

/** The same rules as for clocks: the policy of the day on which it was asked, the newest calendar while it is waited for. */
function count(clarification: Clarification, rules: RuleBook): Clarification {
  const { askedAt, endedAt, governmentId, timeZone } = clarification;
  const policy = policyAt(rules.policies, askedAt);
  const { days, unit } = limitOf(policy, 'OMBUDSMAN_CLARIFICATION');
  const national = calendarFor(rules.calendars, endedAt);
  const closingDaysId = rules.closingDays.versionFor(governmentId, endedAt);
  const calendar = rules.closingDays.calendarOf(national, governmentId, closingDaysId);
  const add = unit === 'WORKING' ? addWorkingDays : addCalendarDays;
  return {
    ...clarification,
    length: days,
    unit,
    policyVersion: policy.version,
    calendarId: national.id,
    closingDaysId,
    dueAt: add(calendar, askedAt, days, timeZone).dueAt,
  };
}
