/** For how long a waiting report is an officer's to verify; every sign of presence begins it anew. */
export const LEASE_MINUTES = 15;

/** As many as somebody works off before the oldest of them would come back. */
export const MOST_LEASED_AT_ONCE = 10;

export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MINUTES * 60_000);
