import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A deadline that was worked out from the rules and the decrees day by day, without this package. */
export type WorkedExample = {
  about: string;
  startedAt: string;
  timeZone: string;
  amount: number;
  unit: 'WORKING' | 'CALENDAR';
  dueOn: string;
  dueAt: string;
  /** Saturdays and Sundays that were stepped over and have no name of their own. */
  weekendDays: number;
  /** Named days off that were stepped over, each as date and name, in order. */
  namedDaysOff: string[];
  isEstimated: boolean;
};

/** The table of worked examples (`worked-examples.csv`): whoever counts deadlines is held against it. */
export function workedExamples(): WorkedExample[] {
  const file = readFileSync(new URL('./worked-examples.csv', import.meta.url));
  return parse<Record<string, string>>(file, { columns: true }).map((row) => ({
    about: row.about!,
    startedAt: row.startedAt!,
    timeZone: row.timeZone!,
    amount: Number(row.amount),
    unit: row.unit === 'CALENDAR' ? 'CALENDAR' : 'WORKING',
    dueOn: row.dueOn!,
    dueAt: row.dueAt!,
    weekendDays: Number(row.weekendDays),
    namedDaysOff: row.namedDaysOff ? row.namedDaysOff.split('; ') : [],
    isEstimated: row.estimated === 'yes',
  }));
}
