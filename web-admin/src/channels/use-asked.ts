import type { ChannelsAnswer, ChannelsFailure } from '@lapor/web-client';
import { useCallback, useEffect, useState } from 'react';

export interface Asked<Value> {
  /** What was told last; it stays while a later question fails. */
  value: Value | undefined;
  /** What became of the last question. */
  failure: ChannelsFailure | null;
  busy: boolean;
  reload: () => void;
}

/** Asks at once, on demand, and from time to time while the page is looked at. Keep `ask` the same while it means the same. */
export function useAsked<Value>(
  ask: () => Promise<ChannelsAnswer<Value>>,
  everySeconds?: number,
): Asked<Value> {
  const [state, setState] = useState<{ value: Value | undefined; failure: ChannelsFailure | null }>({
    value: undefined,
    failure: null,
  });
  const [busy, setBusy] = useState(true);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  // Another question: nothing of the old answer stands under its name.
  const [asked, setAsked] = useState(() => ask);
  if (asked !== ask) {
    setAsked(() => ask);
    setState({ value: undefined, failure: null });
  }
  useEffect(() => {
    let isOver = false;
    setBusy(true);
    void ask().then((answer) => {
      if (isOver) return;
      setBusy(false);
      setState((last) =>
        answer.ok ? { value: answer.value, failure: null } : { value: last.value, failure: answer },
      );
    });
    const again = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = everySeconds === undefined ? undefined : setInterval(again, everySeconds * 1_000);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [ask, round, reload, everySeconds]);
  return { ...state, busy, reload };
}
