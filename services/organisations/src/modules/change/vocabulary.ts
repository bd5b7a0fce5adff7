/** What can happen to an organisation. */
export const CHANGE_KINDS = [
  'CREATED',
  'RENAMED',
  'MOVED',
  'MERGED_INTO',
  'ABSORBED',
  'RETIRED',
  'RESTORED',
  'DETAILS_CHANGED',
  'HEAD_CHANGED',
  'CALENDAR_CHANGED',
  'DIRECT_VERIFICATION_SET',
  'IMPORTED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_STATES = ['APPLIED', 'SCHEDULED', 'CANCELLED', 'FAILED'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** What was before and after, by the name of the field in the graph. */
export type Fact = { field: string; before: string | null; after: string | null };
