import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
import {
  done,
  findReports,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';

const schema = z.object({ reportId, wantsNews: z.boolean() });

/** What a reporter wants to hear by mail. What the law or the reporter's rights ask for is told in any case. */
export async function setNotificationSettings(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const [row] = await findReports(deps.database, [valid.value.reportId]);
  if (!row || !may(viewer, policyFacts(row, viewer, deps), 'setNotifications')) return NOT_FOUND;
  await setNews(deps, row.id, valid.value.wantsNews);
  return done({ reportId: row.id });
}

/** Writes it, when it is not so already; `false`: there is no such report. */
export async function setNews(deps: ReportsDependencies, id: string, wantsNews: boolean): Promise<boolean> {
  return deps.database.transaction(async (em) => {
    const [report] = await em.execute<{ number: string; muted: boolean }[]>(
      'select number, notifications_muted as muted from report where id = ? for update',
      [id],
    );
    if (!report) return false;
    if (report.muted !== wantsNews) return true;
    await em.execute('update report set notifications_muted = ? where id = ?', [!wantsNews, id]);
    await noteInAudit(em, {
      at: deps.clock.now(),
      action: 'NOTIFICATIONS_CHANGED',
      actorKind: 'CITIZEN',
      actorId: null,
      organisationId: null,
      reportId: id,
      // Nobody's business but the reporter's.
      paths: [],
      facts: { number: report.number },
    });
    return true;
  });
}
