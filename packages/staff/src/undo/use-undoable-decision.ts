import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useContext, useRef } from 'react';
import { createRequestKeys } from '../changing/request-keys.ts';
import type { OutcomeUnion } from '../decisions/outcome.ts';
import type { Decision } from '../decisions/use-decision.ts';
import { useReportDecision } from '../decisions/use-report-decision.ts';
import { UNDO_SECONDS, type Operation } from './sent-changes.ts';
import { SentChangesContext, type WrittenAs } from './sent-changes-context.ts';

export interface UndoableDecision<Input, Result> extends Omit<Decision<Input, Result>, 'decide'> {
  /** Sends it, written as this draft; null when it did not happen (see `faults`). `ChangePending`: it is told at the foot of the window. */
  decide: (input: Input, draft: WrittenAs) => Promise<Result | null>;
}

/** A decision about the report that is shown, to be taken back for some seconds; without an operation it is made at once. */
export function useUndoableDecision<
  Input extends { reportId: string; expectedVersion?: number | null },
  Result extends OutcomeUnion,
>(
  document: TypedDocumentNode<{ result: Result }, { input: Input } & AnyVariables>,
  operation: Operation | null,
): UndoableDecision<Input, Result> {
  const { decide: send, ...rest } = useReportDecision(document);
  const { keep } = useContext(SentChangesContext);
  const keys = useRef(createRequestKeys(() => crypto.randomUUID()));
  const decide = useCallback(
    async (input: Input, draft: WrittenAs) => {
      if (operation === null) return send(input);
      const requestKey = keys.current.keyFor(input);
      const done = await send({ ...input, requestKey, undoSeconds: UNDO_SECONDS });
      if (!done) return null;
      keys.current.forget();
      if (done.__typename === 'ChangePending')
        keep({ requestKey, reportId: input.reportId, operation, draft });
      return done;
    },
    [send, keep, operation],
  );
  return { ...rest, decide };
}
