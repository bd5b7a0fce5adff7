import { useCallback, useRef } from 'react';

/** A function that stays the same and always runs its newest version: for effects and work that outlives a render. */
export function useEvent<Args extends unknown[], Result>(
  run: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(run);
  newest.current = run;
  return useCallback((...args: Args) => newest.current(...args), []);
}
