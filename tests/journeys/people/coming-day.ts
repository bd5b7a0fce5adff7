const DAY = 86_400_000;
/** Where the platform's clock stands as a journey begins. */
const BEGIN = Date.parse('2026-11-20T02:40:00Z');

/** A day that can be promised, as a date field takes it: ahead of the platform's clock and of this machine's, by which browsers go. */
export const comingDay = (daysAhead = 3): string =>
  new Date(Math.max(BEGIN, Date.now()) + daysAhead * DAY).toISOString().slice(0, 10);
