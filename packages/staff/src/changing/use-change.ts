import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useRef } from 'react';
import type { OutcomeUnion } from '../decisions/outcome.ts';
import { useDecision, type Decision } from '../decisions/use-decision.ts';
import { createRequestKeys } from './request-keys.ts';

/**
 * A decision about organisations or people. It bears a key, so that sending it again after a lost answer does it
 * once.
 */
export function useChange<Input extends { requestKey?: string | null }, Result extends OutcomeUnion>(
  document: TypedDocumentNode<{ result: Result }, { input: Input } & AnyVariables>,
): Decision<Omit<Input, 'requestKey'>, Result> {
  const { decide: send, ...rest } = useDecision(document);
  const keys = useRef(createRequestKeys(() => crypto.randomUUID()));
  const decide = useCallback(
    async (input: Omit<Input, 'requestKey'>) => {
      const done = await send({ ...input, requestKey: keys.current.keyFor(input) } as Input);
      if (done) keys.current.forget();
      return done;
    },
    [send],
  );
  return { ...rest, decide };
}
