/** For how long a waiting report is an officer's to verify; every sign of presence begins it anew. */
export const LEASE_MINUTES = 15;

/** For how long an officer keeps one report, however often the lease is renewed: a report that takes longer is somebody else's turn. */
export const LONGEST_HELD_MINUTES = 60;

/** Held so long, it is others' alone for this time; taken again sooner than that the time before counts. */
export const PAUSE_MINUTES = 15;

/** As many as somebody works off before the oldest of them would come back. */
export const MOST_LEASED_AT_ONCE = 10;

const MINUTE = 60_000;

export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MINUTES * MINUTE);

/** Who took a report before this and has it still has held it long enough. */
export const heldTooLongSince = (now: Date): Date => new Date(now.getTime() - LONGEST_HELD_MINUTES * MINUTE);

/** A lease that ended after this goes on when its officer takes the report again. */
export const pauseSince = (now: Date): Date => new Date(now.getTime() - PAUSE_MINUTES * MINUTE);

/** In SQL: until when a lease runs that is renewed at the first `?`, by when it was taken. */
export const renewedUntil = (takenAt: string): string =>
  `least(?::timestamptz, ${takenAt} + interval '${LONGEST_HELD_MINUTES} minutes')`;
