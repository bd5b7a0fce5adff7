import type { NewEvent } from '@lapor/events';
import type { Report } from './entity.ts';
import type { ActorKind, HistoryKind } from './vocabulary.ts';

/** Which entries of the history the reporter is told of, and with which template of `channels`. */
const TEMPLATES: Partial<Record<HistoryKind, string>> = {
  SUBMITTED: 'report-received',
  DISPOSED: 'report-routed',
  LEAD_CHANGED: 'report-routed',
  POSTPONED: 'report-asks-for-data',
  ARCHIVED: 'report-archived',
  ACKNOWLEDGED: 'report-answered',
  PLANNED: 'report-answered',
  RESULT: 'report-answered',
  OBSTACLE: 'report-answered',
  CORRECTED: 'report-answered',
  INFORMATION_REQUESTED: 'report-asks-for-information',
  COMPLETED: 'report-completed',
  IDENTITY_REVEALED: 'report-identity-read',
  MARKED_DUPLICATE: 'report-linked',
  WITHHELD: 'report-withheld',
  REDACTED: 'report-redacted',
  MESSAGE: 'report-message',
};

/** What a reporter may do without. Everything else the law or a right of the reporter asks for: it is told in any case. */
const NEWS: ReadonlySet<string> = new Set([
  'report-received',
  'report-routed',
  'report-answered',
  'report-message',
  'report-closing-soon',
]);

/** Whether a message is news that a reporter may turn off. */
export const isNews = (template: string): boolean => NEWS.has(template);

/** The message to the reporter that a transition causes, if any. Facts only: never a word of the report. */
export function notificationOf(
  report: Pick<Report, 'id' | 'number' | 'notificationsMuted'>,
  kind: HistoryKind,
  facts: { organisationName: string | null; reasonCode: string | null; actorKind: ActorKind },
  notificationId: string,
  at: Date,
): NewEvent | null {
  const template = TEMPLATES[kind];
  if (!template || (report.notificationsMuted && isNews(template))) return null;
  // Nobody is told of the own words.
  if (kind === 'MESSAGE' && facts.actorKind === 'CITIZEN') return null;
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
