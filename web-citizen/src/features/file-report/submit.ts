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
  | {
      kind: 'unreachable';
      reason: 'OFFLINE' | 'BUSY';
      retryAfterSeconds: number | null;
      /** Work by which it passes at once. */
      work?: string | undefined;
    };

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
      return {
        kind: 'unreachable',
        reason: 'BUSY',
        retryAfterSeconds: result.retryAfterSeconds,
        work: result.challenge?.challenge,
      };
    // Only officers who file for others could be told so.
    case 'NotFound':
    case undefined:
      return {
        kind: 'unreachable',
        reason: error?.networkError && !error.response ? 'OFFLINE' : 'BUSY',
        retryAfterSeconds: null,
      };
  }
}

/**
 * One attempt, and where many send over the same network the work that is asked of the device instead of a wait. What works is
 * fetched only then; a device that cannot waits.
 */
async function submitWorking(
  client: Pick<Client, 'mutation'>,
  input: SubmitReportInput,
  solve: Solve,
): Promise<SubmitOutcome> {
  const outcome = await submitOnce(client, input);
  if (outcome.kind !== 'unreachable' || !outcome.work) return outcome;
  const proof = await solve(outcome.work).catch(() => null);
  return proof ? submitOnce(client, { ...input, proof }) : outcome;
}

type Solve = (challenge: string) => Promise<SubmitReportInput['proof']>;
const solveLater: Solve = async (challenge) => (await import('./solve-challenge.ts')).solve(challenge);

/**
 * Sends a report, and settles the case where an earlier attempt arrived although its answer was lost and the text was
 * changed since: that first body is sent again, which yields its number and code.
 */
export async function submit(
  client: Pick<Client, 'mutation'>,
  input: SubmitReportInput,
  sentBefore: SubmitReportInput | null,
  solve = solveLater,
): Promise<SubmitOutcome & { earlierVersion?: boolean }> {
  const outcome = await submitWorking(client, input, solve);
  if (outcome.kind !== 'conflict' || !sentBefore) return outcome;
  const first = await submitOnce(client, sentBefore);
  return first.kind === 'sent' ? { ...first, earlierVersion: true } : first;
}

/** Pauses between attempts, in seconds. */
export const retryPauseSeconds = (attempt: number): number => [5, 10, 20, 30][attempt - 1] ?? 60;
