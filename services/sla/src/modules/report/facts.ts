import type { ReportTransitioned } from '@lapor/events';
import type { EndedStep, History, NextDue } from '../clock/index.ts';
import { FIGURES_VERSION } from '../figure/index.ts';
import type { Outcomes } from './outcomes.ts';

/** What is known of a report beside its clocks; a row of `report_fact`. */
export interface ReportFact extends NextDue, Outcomes {
  reportId: string;
  /** The public number of 8 digits; `null` while only older events are known. */
  number: string | null;
  /** Of the last transition. */
  sequence: number;
  state: ReportTransitioned['state'];
  reportKind: ReportTransitioned['reportKind'];
  reportClass: ReportTransitioned['reportClass'];
  channel: string;
  categoryId: string | null;
  regionCode: string | null;
  /** Root of the lead's government or K/L. */
  governmentId: string | null;
  /** Who has the report: handling units, or the unit that verifies. */
  assignments: { organisationId: string; role: string; path: readonly string[] }[];
  isConfidential: boolean;
  isPublished: boolean;
  isAnonymous: boolean;
  submittedAt: Date;
  firstFollowUpAt: Date | null;
  completedAt: Date | null;
  /** First hand-over to the head of an organisation that nobody staffs. */
  handedOverAt: Date | null;
  /** `null`: not derived since steps are counted. */
  steps: readonly EndedStep[] | null;
  /** See `FIGURES_VERSION`. */
  figuresVersion: number;
}

/** @param last the report's last event. */
export function factOf(
  last: ReportTransitioned,
  history: History,
  nextDue: NextDue,
  outcomes: Outcomes,
  steps: readonly EndedStep[],
): ReportFact {
  const lead = last.assignments.find(({ role }) => role === 'LEAD');
  const { verifier } = history;
  return {
    reportId: last.reportId,
    number: last.number ?? null,
    sequence: last.sequence,
    state: last.state,
    reportKind: last.reportKind,
    reportClass: last.reportClass,
    channel: last.channel,
    categoryId: last.categoryId,
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
    isAnonymous: last.isAnonymous,
    submittedAt: new Date(last.submittedAt),
    firstFollowUpAt: history.firstFollowUpAt,
    completedAt: history.completedAt,
    handedOverAt: history.handedOverAt,
    steps,
    figuresVersion: FIGURES_VERSION,
    ...nextDue,
    ...outcomes,
  };
}
