import { useEffect, useRef } from 'react';

const LONG_AWAY_MS = 5 * 60_000;

/** Calls back when the officer returns to this tab after more than a few minutes: a session may have ended meanwhile. */
export function useReturnToTab(onReturn: () => void) {
  const callback = useRef(onReturn);
  callback.current = onReturn;
  useEffect(() => {
    let leftAt: number | null = null;
    const listen = () => {
      if (document.visibilityState === 'hidden') leftAt = performance.now();
      else if (leftAt !== null && performance.now() - leftAt > LONG_AWAY_MS) callback.current();
    };
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  }, []);
}
