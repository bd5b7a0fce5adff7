import { startOfLocalDate } from '@lapor/working-days';

/** How a work order stands. */
export const WORK_ORDER_STATES = ['OPEN', 'DONE', 'CANCELLED', 'EXPIRED'] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

/** Calendar days within which the work is to be done. */
export const WORK_ORDER_DAYS = 14;

/** Days after the one on which the work was due, for photos that are brought later. */
const DAYS_AFTER_DUE = 3;

/** When a work order and its link end: with the third day after the day it is due, by the clock of the unit. */
export function workOrderExpiry({ dueOn, timeZone }: { dueOn: string; timeZone: string }): Date {
  const first = new Date(`${dueOn}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() + DAYS_AFTER_DUE + 1);
  return startOfLocalDate(first.toISOString().slice(0, 10), timeZone);
}

/** Its state at an instant: past its day an open one has expired, whether or not anything was written. */
export function workOrderState(
  { endState, expiresAt }: { endState: 'DONE' | 'CANCELLED' | null; expiresAt: Date },
  now: Date,
): WorkOrderState {
  if (endState) return endState;
  return expiresAt > now ? 'OPEN' : 'EXPIRED';
}
