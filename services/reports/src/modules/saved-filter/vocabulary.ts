/** Which list a filter was saved for. */
export const FILTER_KINDS = ['INBOX', 'DESK', 'PUBLIC'] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];
