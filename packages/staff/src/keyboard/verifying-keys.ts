import { useEffect, useSyncExternalStore } from 'react';

let forms = 0;
const listeners = new Set<() => void>();

/** For the form of a verification: while it is shown its letters have the page, and others that would mean something else are silent. */
export function useVerifyingKeys(): void {
  useEffect(() => {
    change(1);
    return () => change(-1);
  }, []);
}

/** Whether the letters of a verification have the page. */
export const useIsVerifying = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => forms > 0,
  );

function change(by: number) {
  forms += by;
  for (const listener of listeners) listener();
}
