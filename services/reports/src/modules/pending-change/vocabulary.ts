/** What can be taken back for some seconds. */
export const PENDING_OPERATIONS = ['ANSWER', 'DISPOSE', 'VERIFY', 'ARCHIVE', 'RETURN'] as const;
export type PendingOperation = (typeof PENDING_OPERATIONS)[number];

/** What became of it. */
export const PENDING_STATES = ['WAITING', 'APPLIED', 'UNDONE', 'REFUSED'] as const;
export type PendingState = (typeof PENDING_STATES)[number];

/** The longest time for which a change may be taken back. */
export const MOST_UNDO_SECONDS = 10;
