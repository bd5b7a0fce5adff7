import type { ReportTransitioned } from '@lapor/events';
import type { History, NextDue } from '../clock/index.ts';

/** What is known of a report beside its clocks; a row of `report_fact`. */
export interface ReportFact extends NextDue {
  reportId: string;
  /** Of the last transition. */
  sequence: number;
  state: ReportTransitioned['state'];
  reportClass: ReportTransitioned['reportClass'];
  regionCode: string | null;
  /** Root of the lead's government or K/L. */
  governmentId: string | null;
  /** Who has the report: handling units, or the unit that verifies. */
  assignments: { organisationId: string; role: string; path: readonly string[] }[];
  isConfidential: boolean;
  isPublished: boolean;
  submittedAt: Date;
  firstFollowUpAt: Date | null;
  completedAt: Date | null;
  /** First hand-over to the head of an organisation that nobody staffs. */
  handedOverAt: Date | null;
}

/** @param last the report's last event. */
export function factOf(last: ReportTransitioned, history: History, nextDue: NextDue): ReportFact {
  const lead = last.assignments.find(({ role }) => role === 'LEAD');
  const { verifier } = history;
  return {
    reportId: last.reportId,
    sequence: last.sequence,
    state: last.state,
    reportClass: last.reportClass,
    regionCode: last.regionCode,
    governmentId: lead?.governmentId ?? null,
    assignments: [
      ...last.assignments.map(({ organisationId, role, path }) => ({ organisationId, role, path })),
      ...(verifier
        ? [{ organisationId: verifier.organisationId, role: 'VERIFIER', path: verifier.path }]
        : []),
    ],
    isConfidential: last.isConfidential,
    isPublished: last.isPublished,
    submittedAt: new Date(last.submittedAt),
    firstFollowUpAt: history.firstFollowUpAt,
    completedAt: history.completedAt,
    handedOverAt: history.handedOverAt,
    ...nextDue,
  };
}
