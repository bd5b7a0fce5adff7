import type { Client } from 'urql';
import type { SubmitReportInput } from './draft.ts';
import { SubmitReportDocument } from './submit-report.graphql.ts';

export interface ServerFault {
  path: string;
  code: string;
}

export type SubmitOutcome =
  | { kind: 'sent'; id: string; number: string; accessCode: string; submittedAt: string }
  | { kind: 'refused'; faults: readonly ServerFault[] }
  /** The same key has been used with another body: an earlier attempt had arrived. */
  | { kind: 'conflict' }
  /** Nothing is lost; the same body may be sent again. */
  | { kind: 'unreachable'; reason: 'OFFLINE' | 'BUSY'; retryAfterSeconds: number | null };

/** One attempt to send a report. */
export async function submitOnce(
  client: Pick<Client, 'mutation'>,
  input: SubmitReportInput,
): Promise<SubmitOutcome> {
  const { data, error } = await client.mutation(SubmitReportDocument, { input }).toPromise();
  const result = data?.submitReport;
  switch (result?.__typename) {
    case 'ReportSubmitted':
      return { kind: 'sent', accessCode: result.accessCode, ...result.report };
    case 'InvalidInput':
      return { kind: 'refused', faults: result.fields };
    case 'SubmissionConflict':
      return { kind: 'conflict' };
    case 'TooManyRequests':
      return { kind: 'unreachable', reason: 'BUSY', retryAfterSeconds: result.retryAfterSeconds };
    case undefined:
      return {
        kind: 'unreachable',
        reason: error?.networkError && !error.response ? 'OFFLINE' : 'BUSY',
        retryAfterSeconds: null,
      };
  }
}

/**
 * Sends a report, and settles the case where an earlier attempt arrived although its answer was lost and the text was
 * changed since: that first body is sent again, which yields its number and code.
 */
export async function submit(
  client: Pick<Client, 'mutation'>,
  input: SubmitReportInput,
  sentBefore: SubmitReportInput | null,
): Promise<SubmitOutcome & { earlierVersion?: boolean }> {
  const outcome = await submitOnce(client, input);
  if (outcome.kind !== 'conflict' || !sentBefore) return outcome;
  const first = await submitOnce(client, sentBefore);
  return first.kind === 'sent' ? { ...first, earlierVersion: true } : first;
}

/** Pauses between attempts, in seconds. */
export const retryPauseSeconds = (attempt: number): number => [5, 10, 20, 30][attempt - 1] ?? 60;
