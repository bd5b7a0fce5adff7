export const LONGEST_REASON = 300;
const SHORTEST_REASON = 10;

/** Long enough to tell somebody later why. */
export const isReason = (reason: string): boolean => reason.trim().length >= SHORTEST_REASON;
