import { useEffect } from 'react';

const PAUSE_MS = 3_000;

/** Asks again every few seconds while something runs on the server. */
export function useAskWhile(
  isRunning: boolean,
  fetching: boolean,
  ask: (options: { requestPolicy: 'network-only' }) => void,
): void {
  useEffect(() => {
    if (!isRunning || fetching) return;
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isRunning, fetching, ask]);
}
