/** What an officer does with an open report. */
export const PRESENCE_ACTIVITIES = ['READING', 'ANSWERING'] as const;
export type PresenceActivity = (typeof PRESENCE_ACTIVITIES)[number];

/** Signs come every half minute; whoever was silent for so long is gone. */
export const PRESENT_FOR_SECONDS = 75;

/** Who was seen after this is there. */
export const presentSince = (now: Date): Date => new Date(now.getTime() - PRESENT_FOR_SECONDS * 1_000);
