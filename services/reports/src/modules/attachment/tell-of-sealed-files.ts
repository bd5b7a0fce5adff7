import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { Report, ReportsDependencies } from '../report/index.ts';

/** Of files that are found on one day the reporter hears once: which they are stands on the page. */
const TOLD_AGAIN_AFTER_HOURS = 24;

/**
 * Asks for a mail to the reporter about files that nobody can open any more, of those that the reporter sees; each file is told of once.
 * Neither what a file is called nor what was found is said. The caller holds the report.
 * @returns whether there is a mail.
 */
export async function tellOfSealedFiles(
  deps: Pick<ReportsDependencies, 'clock' | 'newId'>,
  em: EntityManager,
  report: Pick<Report, 'id' | 'number'>,
): Promise<boolean> {
  const now = deps.clock.now();
  const before = new Date(now.getTime() - TOLD_AGAIN_AFTER_HOURS * 3_600_000);
  const [told] = await em.execute<{ last: string | null }[]>(
    `select max(sealing_told_at) as last from attachment where report_id = ? and scan_state = 'INFECTED'`,
    [report.id],
  );
  const found = await em.execute<{ isFromReporter: boolean }[]>(
    `update attachment a set sealing_told_at = ?
     where a.report_id = ? and a.scan_state = 'INFECTED' and a.sealing_told_at is null
       and not exists (select from history h where h.id = a.history_id and h.text_audience = 'OFFICERS')
     returning not exists (select from history h where h.id = a.history_id and h.actor_kind <> 'CITIZEN') as "isFromReporter"`,
    [now.toISOString(), report.id],
  );
  if (found.length === 0 || (told?.last && new Date(told.last) > before)) return false;
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'notification.requested',
      stream: report.id,
      occurredAt: now,
      payload: {
        notificationId: deps.newId(),
        recipient: { kind: 'REPORTER', reportId: report.id },
        template: 'report-file-sealed',
        facts: {
          number: report.number,
          sentBy: found.some(({ isFromReporter }) => isFromReporter) ? 'REPORTER' : 'AGENCY',
        },
        at: now.toISOString(),
      },
    },
  ]);
  return true;
}
