import { usePart, type FirstSight } from '@lapor/staff';
import type { ResultOf } from '../graphql.ts';
import { QueueCountDocument } from './queue-count.graphql.ts';

type QueueCount = ResultOf<typeof QueueCountDocument>;

/** How many reports wait for verification, as the frame knows; undefined for whoever verifies none. */
export function useQueueCount(frame: FirstSight<QueueCount>, verifies: boolean): number | undefined {
  const [{ data }] = usePart({
    query: QueueCountDocument,
    variables: { verifies },
    sight: frame,
    pause: !verifies,
  });
  return data?.verificationQueueCount;
}
