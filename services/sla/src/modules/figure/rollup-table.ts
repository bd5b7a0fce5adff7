import { localDateAt, type LocalDate } from '@lapor/working-days';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import type { CountedReport } from './counted-report.ts';

/** Lengths of time a row may stand for: a day, a month, a year, named by their first day (at Jakarta). */
export const GRAINS = ['D', 'M', 'Y'] as const;
export type Grain = (typeof GRAINS)[number];

/** Stands for all governments together. */
export const NATION = '';

/** What a row holds: numbers, and histograms whose element i counts the reports that took i days (index 0: the same day). */
export type Measures = Record<string, number | readonly number[]>;

/** A row of one table that a report is counted in, with what it adds. */
export interface Contribution {
  key: Record<string, string | boolean>;
  measures: Measures;
}

/** A table of figures. */
export interface RollupTable {
  name: string;
  /** Columns of the primary key with their types. */
  key: Readonly<Record<string, string>>;
  /** Columns that the key decides. */
  numbers: readonly string[];
  histograms: readonly string[];
  contributionsOf(report: CountedReport): Contribution[];
}

export const dayOf = (at: Date): LocalDate => localDateAt(at, NATIONAL_TIME_ZONE);
const DAY = 86_400_000;

/** Whole days between two dates; never less than none. */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / DAY));

/** First day of the day, month or year that a date lies in. */
export const periodOf = (grain: Grain, day: LocalDate): LocalDate =>
  grain === 'D' ? day : grain === 'M' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;

export type Place = Record<string, string>;

/** Each organisation that has the report in its subtree, and the nation, with the one above it. */
export const organisationsOf = ({ leadPath }: Pick<CountedReport, 'leadPath'>): Place[] =>
  [NATION, ...leadPath].map((organisation_id, index, path) => ({
    organisation_id,
    parent_id: index === 0 ? '-' : path[index - 1]!,
  }));

/** Province, regency and district of a code such as 13.71.03.1002, with the one above. */
export function regionsOf(code: string | null): Place[] {
  const parts = code === null ? [] : code.split('.').slice(0, 3);
  return parts.map((_part, index) => ({
    region_code: parts.slice(0, index + 1).join('.'),
    parent_code: parts.slice(0, index).join('.'),
  }));
}
