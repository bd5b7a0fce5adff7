/** How a work order stands. */
export const WORK_ORDER_STATES = ['OPEN', 'DONE', 'CANCELLED', 'EXPIRED'] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

/** Calendar days for which a work order and its link hold. */
export const WORK_ORDER_DAYS = 14;

/** Its state at an instant: past its day an open one has expired, whether or not anything was written. */
export function workOrderState(
  { endState, expiresAt }: { endState: 'DONE' | 'CANCELLED' | null; expiresAt: Date },
  now: Date,
): WorkOrderState {
  if (endState) return endState;
  return expiresAt > now ? 'OPEN' : 'EXPIRED';
}
