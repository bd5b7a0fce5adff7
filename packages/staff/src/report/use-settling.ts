import { useEffect, useRef } from 'react';

/** Clocks and counters follow a change within a few seconds, through events. */
const SETTLES_AFTER_MS = [1_500, 4_000];

/** Asks again a little after a report has changed, until everything that follows from the change is there. */
export function useSettling(version: string | undefined, reload: () => void) {
  const seen = useRef(version);
  const callback = useRef(reload);
  callback.current = reload;
  useEffect(() => {
    if (version === undefined) return;
    const isFirst = seen.current === undefined;
    if (seen.current === version) return;
    seen.current = version;
    if (isFirst) return;
    const timers = SETTLES_AFTER_MS.map((delay) => setTimeout(() => callback.current(), delay));
    return () => timers.forEach(clearTimeout);
  }, [version]);
}
