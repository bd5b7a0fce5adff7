import { useCallback, useEffect, useState } from 'react';
import { readHealth, type HealthAnswer, type SystemState } from './read-health.ts';

const EVERY_MILLISECONDS = 30_000;

export interface Health {
  /** What was told last; it stays while a later question fails. */
  state: SystemState | null;
  /** What became of the last question. */
  fault: Exclude<HealthAnswer, SystemState> | null;
  asking: boolean;
  askAgain: () => void;
}

/** How the services do, asked anew every half minute while the page is looked at. */
export function useHealth(): Health {
  const [state, setState] = useState<SystemState | null>(null);
  const [fault, setFault] = useState<Health['fault']>(null);
  const [asking, setAsking] = useState(true);
  const [round, setRound] = useState(0);
  const askAgain = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    const leaving = new AbortController();
    setAsking(true);
    void readHealth(leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setAsking(false);
      if (typeof answer === 'string') setFault(answer);
      else {
        setFault(null);
        setState(answer);
      }
    });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') askAgain();
    }, EVERY_MILLISECONDS);
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [round, askAgain]);

  return { state, fault, asking, askAgain };
}
