import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from './use-attempt.ts';
import { useSignedOut } from './use-signed-out.ts';

export interface Received<Value> {
  /** Undefined until it has arrived once; kept when asking again fails. */
  value: Value | undefined;
  failure: Failure | null;
  busy: boolean;
  reload: () => void;
}

/** Asks once, and again on demand. Keep `ask` the same while it means the same. */
export function useAnswer<Value>(
  ask: () => Promise<{ ok: true; value: Value } | ({ ok: false } & Failure)>,
): Received<Value> {
  const [state, setState] = useState<Omit<Received<Value>, 'reload'>>({
    value: undefined,
    failure: null,
    busy: true,
  });
  const latest = useRef(0);
  const lookForEnd = useSignedOut();

  const reload = useCallback(() => {
    const number = ++latest.current;
    setState((last) => ({ ...last, busy: true }));
    void ask().then((result) => {
      // An older question answered later, or the page is gone.
      if (number !== latest.current) return;
      lookForEnd(result);
      setState((last) =>
        result.ok
          ? { value: result.value, failure: null, busy: false }
          : { value: last.value, failure: result, busy: false },
      );
    });
  }, [ask, lookForEnd]);

  useEffect(() => {
    reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  return { ...state, reload };
}
