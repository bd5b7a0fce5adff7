/** What can be done to many reports at once. */
export const BULK_ACTIONS = ['DISPOSE', 'ACKNOWLEDGE', 'ANSWER_FROM_TEMPLATE', 'ARCHIVE'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** As many at once as a page holds. */
export const MOST_AT_ONCE = 100;
