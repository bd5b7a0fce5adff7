import { findReports, type ReportsDependencies } from '../report/index.ts';
import { readReplyToken } from './unsubscribe-token.ts';

/** A report, and the right to it as its reporter. */
export interface OpenedByReply {
  reportId: string;
  number: string;
  grant: string;
}

const GRANT_MINUTES = 5;

/**
 * Opens a report for whoever answers a mail about it. Asked by `channels`, which sees to it that the mail comes from the reporter's own
 * address: a mail can be forwarded. `null`: the token is none of ours, or there is no such report any more.
 */
export async function openByReply(
  deps: Pick<ReportsDependencies, 'lookupSecret' | 'database' | 'tokens' | 'clock'>,
  token: string,
): Promise<OpenedByReply | null> {
  const reportId = readReplyToken(deps, token);
  if (reportId === null) return null;
  const [report] = await findReports(deps.database, [reportId]);
  if (!report) return null;
  const expiresAt = new Date(deps.clock.now().getTime() + GRANT_MINUTES * 60_000);
  return { reportId, number: report.number, grant: await deps.tokens.signReportGrant(reportId, expiresAt) };
}
