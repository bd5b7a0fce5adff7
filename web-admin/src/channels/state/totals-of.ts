import type { DayState } from './state-client.ts';

type Totals = Pick<DayState, 'messages' | 'segments' | 'arrived' | 'notArrived'>;

/** All days together. */
export const totalsOf = (days: readonly Totals[]): Totals =>
  days.reduce<Totals>(
    (sum, day) => ({
      messages: sum.messages + day.messages,
      segments: sum.segments + day.segments,
      arrived: sum.arrived + day.arrived,
      notArrived: sum.notArrived + day.notArrived,
    }),
    { messages: 0, segments: 0, arrived: 0, notArrived: 0 },
  );
