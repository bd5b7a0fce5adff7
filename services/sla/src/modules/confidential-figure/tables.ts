/** The tables that may hold confidential reports: each parts the reports of one year, and none crosses two. */
export const CONFIDENTIAL_TABLES = ['MONTHS', 'CATEGORIES', 'PROVINCES', 'GOVERNMENTS', 'STATES'] as const;
export type ConfidentialTable = (typeof CONFIDENTIAL_TABLES)[number];

/** Groups that are told, with how many confidential reports each holds; most first. */
export type ToldGroups = { key: string; count: number }[];

/** What was told of a year, for good. */
export interface ToldYear {
  year: number;
  /** All confidential reports of the year; `null` below five. */
  total: number | null;
  tables: Record<ConfidentialTable, ToldGroups>;
}
