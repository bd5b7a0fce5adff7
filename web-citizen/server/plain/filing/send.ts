import { SUBMIT, STAND_IN_LINE } from '../documents.ts';
import type { VisitorGraph } from '../exchange.ts';
import { buildInput, type Category, type Draft } from './draft.ts';

/** A place in the line of a busy network. */
export interface Turn {
  token: string;
  /** ISO instant from which it counts. */
  at: string;
}

/** What became of a report that was sent. */
export type Sent =
  | { kind: 'sent'; number: string; accessCode: string }
  | { kind: 'refused'; faults: readonly { path: string; code: string }[] }
  | { kind: 'conflict' }
  | { kind: 'busy'; turn: Turn | null; retryAfterSeconds: number }
  | { kind: 'unreachable' };

type Answer =
  | { __typename: 'ReportSubmitted'; accessCode: string; report: { number: string } }
  | { __typename: 'InvalidInput'; fields: { path: string; code: string }[] }
  | { __typename: 'TooManyRequests'; retryAfterSeconds: number }
  | { __typename: 'SubmissionConflict' | 'NotFound' };

/** Sends a report once; where many send over the same network, takes a place in its line. */
export async function sendReport(
  graph: VisitorGraph,
  draft: Draft,
  category: Category | null,
  turn: Turn | null,
): Promise<Sent> {
  const input = { ...buildInput(draft, category), ...(turn ? { proof: { waitingToken: turn.token } } : {}) };
  const answer = (await graph(SUBMIT, { input }))?.submitReport as Answer | null | undefined;
  switch (answer?.__typename) {
    case 'ReportSubmitted':
      return { kind: 'sent', number: answer.report.number, accessCode: answer.accessCode };
    case 'InvalidInput':
      return { kind: 'refused', faults: answer.fields };
    case 'SubmissionConflict':
      return { kind: 'conflict' };
    case 'TooManyRequests':
      return {
        kind: 'busy',
        turn: await standInLine(graph, 'SUBMIT_REPORT', draft.key),
        retryAfterSeconds: answer.retryAfterSeconds,
      };
    default:
      return { kind: 'unreachable' };
  }
}

/** Asks for a place in the line of this network; `null` when the line is full. */
export async function standInLine(
  graph: VisitorGraph,
  operation: 'SUBMIT_REPORT' | 'OPEN_REPORT',
  subject: string,
): Promise<Turn | null> {
  const place = (await graph(STAND_IN_LINE, { operation, subject }))?.filingChallenge as
    { waitingToken: string | null; waitUntil: string | null } | null | undefined;
  return place?.waitingToken && place.waitUntil ? { token: place.waitingToken, at: place.waitUntil } : null;
}
