import type { NewEvent } from '@lapor/events';
import type { Report } from './entity.ts';
import type { HistoryKind } from './vocabulary.ts';

/** Which entries of the history the reporter is told of, and with which template of `channels`. */
const TEMPLATES: Partial<Record<HistoryKind, string>> = {
  SUBMITTED: 'report-received',
  DISPOSED: 'report-routed',
  POSTPONED: 'report-asks-for-data',
  ARCHIVED: 'report-archived',
  ACKNOWLEDGED: 'report-answered',
  PLANNED: 'report-answered',
  RESULT: 'report-answered',
  OBSTACLE: 'report-answered',
  INFORMATION_REQUESTED: 'report-asks-for-information',
  COMPLETED: 'report-completed',
  IDENTITY_REVEALED: 'report-identity-read',
};

/** The message to the reporter that a transition causes, if any. Facts only: never a word of the report. */
export function notificationOf(
  report: Pick<Report, 'id' | 'number'>,
  kind: HistoryKind,
  facts: { organisationName: string | null; reasonCode: string | null },
  notificationId: string,
  at: Date,
): NewEvent | null {
  const template = TEMPLATES[kind];
  if (!template) return null;
  return {
    type: 'notification.requested',
    stream: report.id,
    occurredAt: at,
    payload: {
      notificationId,
      recipient: { kind: 'REPORTER', reportId: report.id },
      template,
      facts: {
        number: report.number,
        kind,
        organisationName: facts.organisationName,
        reasonCode: facts.reasonCode,
      },
      at: at.toISOString(),
    },
  };
}
