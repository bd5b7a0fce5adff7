import type { Client } from 'urql';
import { grants } from '@lapor/web-client';
import { OpenReportDocument } from './open-report.graphql.ts';

export type OpenResult =
  | { ok: true; number: string }
  /** Wrong and unknown are one answer. */
  | { ok: false; code: 'NOT_FOUND' | 'UNREACHABLE' }
  | { ok: false; code: 'TOO_MANY'; retryAfterSeconds: number };

/** Opens a report with its number and code; from then on this tab holds the key to it. */
export async function openReport(
  client: Pick<Client, 'mutation'>,
  input: { number: string; accessCode: string },
): Promise<OpenResult> {
  const { data } = await client.mutation(OpenReportDocument, input).toPromise();
  const result = data?.openReport;
  switch (result?.__typename) {
    case 'ReportOpened':
      grants.rememberGrant(result.report.id, result.grant, result.grantExpiresAt);
      return { ok: true, number: result.report.number };
    case 'NotFound':
      return { ok: false, code: 'NOT_FOUND' };
    case 'TooManyRequests':
      return { ok: false, code: 'TOO_MANY', retryAfterSeconds: result.retryAfterSeconds };
    case undefined:
      return { ok: false, code: 'UNREACHABLE' };
  }
}
