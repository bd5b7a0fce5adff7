import { hasProof } from '../attachment/index.ts';
import { forgetDraft } from '../draft/index.ts';
import {
  Rollback,
  type Actor,
  type AnswerKind,
  type ChangeScope,
  type Failure,
  type FieldFault,
  type HistoryKind,
  type ObstacleReason,
  type ReportsDependencies,
  type ResultOutcome,
} from '../report/index.ts';

/** An answer, whoever has the last word on it. */
export interface Answer {
  kind: AnswerKind;
  text: string;
  promisedOn: string | null;
  outcome: ResultOutcome | null;
  obstacleReason: ObstacleReason | null;
  noProofReason: string | null;
}

/** What each kind of answer does to a report, and how its entry is called. */
export const KINDS: Record<
  AnswerKind,
  { transition: 'acknowledge' | 'plan' | 'giveResult' | 'reportObstacle'; entry: HistoryKind }
> = {
  ACKNOWLEDGEMENT: { transition: 'acknowledge', entry: 'ACKNOWLEDGED' },
  PLAN: { transition: 'plan', entry: 'PLANNED' },
  RESULT: { transition: 'giveResult', entry: 'RESULT' },
  OBSTACLE: { transition: 'reportObstacle', entry: 'OBSTACLE' },
};

const PAST: FieldFault = {
  path: 'input.promisedOn',
  code: 'IN_THE_PAST',
  message: 'A plan is for today or later, an obstacle promises a later day.',
};
/** Nobody is served by a promise for later than this. */
const LONGEST_PROMISE_YEARS = 2;
const TOO_FAR: FieldFault = {
  path: 'input.promisedOn',
  code: 'TOO_FAR',
  message: `Promise a day within ${LONGEST_PROMISE_YEARS} years.`,
};
const NO_SUCH_FILES: FieldFault = {
  path: 'input.attachmentIds',
  code: 'NOT_FOUND',
  message: 'These files are not there any more; send them again.',
};

/** The calendar day of an instant, as ISO 8601 writes it. */
const localDay = (at: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** Why a promised day cannot be given now; `null`: it can, or there is none. */
export function promiseFault(
  { kind, promisedOn }: Pick<Answer, 'kind' | 'promisedOn'>,
  now: Date,
  timeZone: string,
): Failure | null {
  if (promisedOn === null) return null;
  const today = localDay(now, timeZone);
  // What stands in the way today is promised for another day.
  const isPast = kind === 'OBSTACLE' ? promisedOn <= today : promisedOn < today;
  if (isPast) return { type: 'invalid', faults: [PAST] };
  const last = `${Number(today.slice(0, 4)) + LONGEST_PROMISE_YEARS}${today.slice(4)}`;
  return promisedOn > last ? { type: 'invalid', faults: [TOO_FAR] } : null;
}

/**
 * Makes an answer stand: its entry, whose turn it is, and what hangs on it. `files` ties what came with it to the entry and gives
 * the keys of files to remove.
 */
export function applyAnswer(
  deps: ReportsDependencies,
  { em, report, now }: Pick<ChangeScope, 'em' | 'report' | 'now'>,
  { kind, text, promisedOn, outcome, obstacleReason, noProofReason }: Answer,
  by: { isLead: boolean; standsInFor: string | null; author: Actor; hasFiles: boolean },
  files: (historyId: string) => Promise<string[]>,
) {
  // A report is resolved by the lead's result; a co-handler's stops the co-handler's own clock only.
  const resolves = kind === 'RESULT' && by.isLead;
  if (resolves) report.lastResultAt = now;
  return {
    entry: {
      kind: KINDS[kind].entry,
      text,
      audience: by.isLead ? ('PUBLIC' as const) : ('PARTIES' as const),
      promisedOn,
      reasonCode: kind === 'RESULT' ? outcome : kind === 'OBSTACLE' ? obstacleReason : null,
      noProofReason: kind === 'RESULT' && !by.hasFiles ? noProofReason : null,
      // Whose answer it is, when another gives it.
      toOrganisationId: by.standsInFor,
    },
    waitsFor: resolves ? ('CITIZEN' as const) : report.lastResultAt ? report.waitsFor : ('AGENCY' as const),
    afterEntry: async (historyId: string) => {
      await forgetDraft(em, report.id, by.author.officerId);
      const remove = await files(historyId);
      // Files of somebody else, or used before, prove nothing.
      if (kind === 'RESULT' && by.hasFiles && !(await hasProof(em, historyId)))
        throw new Rollback({ type: 'invalid', faults: [NO_SUCH_FILES] });
      return remove;
    },
  };
}
