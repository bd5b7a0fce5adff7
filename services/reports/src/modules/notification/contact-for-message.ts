import { contactOfReporter, type ReporterContact } from '../identity/index.ts';
import { pathOfLostCode } from '../lost-code/index.ts';
import { findReports, isNews, type ReportsDependencies } from '../report/index.ts';
import { replyToken, unsubscribeToken } from './unsubscribe-token.ts';

/** Where to reach a reporter, and what only this message may know: the secrets of its links. */
export interface MessageContact extends ReporterContact {
  facts: Record<string, string>;
}

/** Asked by `channels` at the moment of sending. `null`: nobody to write to, or nothing to write of any more. */
export async function contactForMessage(
  deps: ReportsDependencies,
  reportId: string,
  template: string,
): Promise<MessageContact | null> {
  const path = template === 'access-code-lost' ? await pathOfLostCode(deps, reportId) : undefined;
  if (path === null) return null;
  const contact = await contactOfReporter(deps, reportId);
  if (!contact) return null;
  const [row] = await findReports(deps.database, [reportId]);
  // Whoever wrote to a door was answered there when the report was filed, and answers there.
  const channel = row?.channel;
  return {
    ...contact,
    facts: {
      replyToken: replyToken(deps, reportId),
      ...(isNews(template) ? { unsubscribeToken: unsubscribeToken(deps, reportId) } : {}),
      ...(path ? { path } : {}),
      ...(channel === 'SMS' ? { channel } : {}),
      ...(await zoneOf(deps, reportId)),
      // A short message names nobody then.
      ...(row?.is_confidential ? { isConfidential: 'yes' } : {}),
    },
  };
}

/** By which clock nobody is woken: of the government that handles it, which is that of the place as a rule. */
async function zoneOf({ database }: ReportsDependencies, reportId: string): Promise<{ timeZone?: string }> {
  const [row] = await database.query<{ timeZone: string }>(
    'report-zone',
    'select o.time_zone as "timeZone" from report r join organisation o on o.id = r.lead_path[1] where r.id = $1',
    [reportId],
  );
  return row ? { timeZone: row.timeZone } : {};
}
