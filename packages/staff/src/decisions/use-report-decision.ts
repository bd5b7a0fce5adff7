import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useContext } from 'react';
import type { OutcomeUnion } from './outcome.ts';
import { SeenVersionContext } from './seen-version.ts';
import { useDecision, type Decision } from './use-decision.ts';

/**
 * A decision about the report that is shown. It says which version the officer has seen, so that nobody decides over
 * what a colleague did meanwhile; once the officer was told of it, the next attempt goes by what was told.
 */
export function useReportDecision<
  Input extends { expectedVersion?: number | null },
  Result extends OutcomeUnion,
>(document: TypedDocumentNode<{ result: Result }, { input: Input } & AnyVariables>): Decision<Input, Result> {
  const { decide: send, ...rest } = useDecision(document);
  const seen = useContext(SeenVersionContext);
  const { refusal } = rest.faults;
  const told = refusal?.kind === 'STALE' ? refusal.version : null;
  const expectedVersion = seen === null ? null : Math.max(seen, told ?? 0);
  const decide = useCallback((input: Input) => send({ ...input, expectedVersion }), [send, expectedVersion]);
  return { ...rest, decide };
}
