import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useContext, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useSession } from '../session/session-context.ts';
import { LeftReportContext } from './left-report.ts';
import { faultsOf, NO_FAULTS, type Faults, type OutcomeUnion, type Refusal } from './outcome.ts';
import { RefusedReportContext } from './refused-report.ts';

/** The report is not as it was shown. */
const MOVED_ON: ReadonlySet<Refusal['kind']> = new Set(['REFUSED', 'STALE', 'GONE']);

export interface Decision<Input, Result> {
  busy: boolean;
  faults: Faults;
  /** Sends it; null when it did not happen (see `faults`). */
  decide: (input: Input) => Promise<Result | null>;
  /** Forgets the faults, e.g. when the form is closed. */
  reset: () => void;
}

/**
 * One mutation with the one `input`, its result under `result`. Every change of the report makes urql ask again for
 * whatever shows reports.
 */
export function useDecision<Input, Result extends OutcomeUnion>(
  document: TypedDocumentNode<{ result: Result }, { input: Input } & AnyVariables>,
): Decision<Input, Result> {
  const [, send] = useMutation<{ result: Result }, { input: Input } & AnyVariables>(document);
  const { recheck } = useSession();
  const onRefused = useContext(RefusedReportContext);
  const onLeft = useContext(LeftReportContext);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState(NO_FAULTS);
  const running = useRef(false);

  const decide = useCallback(
    async (input: Input) => {
      // A second Enter must not send it twice.
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      const answer = await send({ input } as { input: Input } & AnyVariables);
      running.current = false;
      setBusy(false);
      const found = faultsOf(answer.data?.result, answer.error);
      setFaults(found ?? NO_FAULTS);
      const refusal = found?.refusal;
      if (refusal && MOVED_ON.has(refusal.kind)) onRefused(refusal);
      // "Not found" may mean that nobody is signed in any more.
      if (refusal?.kind === 'GONE') recheck();
      const result: OutcomeUnion | undefined = answer.data?.result;
      if (result?.__typename === 'ReportOutOfSight')
        onLeft({ wentTo: result.wentTo ?? null, organisation: result.organisation ?? null });
      return found ? null : (answer.data?.result ?? null);
    },
    [send, recheck, onRefused, onLeft],
  );

  return { busy, faults, decide, reset: useCallback(() => setFaults(NO_FAULTS), []) };
}
