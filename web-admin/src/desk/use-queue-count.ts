import { useEffect, useMemo } from 'react';
import { useLive, useSteadyQuery } from '@lapor/staff';
import { QueueCountDocument } from './queue-count.graphql.ts';

const EVERY_MS = 60_000;

/** How many reports wait for verification; asked again after every decision, when somebody else changes it, and once a minute while the tab is seen. */
export function useQueueCount(pause: boolean): number | undefined {
  const [{ data }, ask] = useSteadyQuery({
    query: QueueCountDocument,
    pause,
    // A decision about a report changes the number, though it is no report.
    context: useMemo(() => ({ additionalTypenames: ['Report'] }), []),
  });
  useLive(pause ? null : 'desk:national', () => ask({ requestPolicy: 'network-only' }));
  useEffect(() => {
    if (pause) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask, pause]);
  return data?.verificationQueueCount;
}
