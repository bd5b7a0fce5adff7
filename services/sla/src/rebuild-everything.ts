import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { rebuildCalendar, type Calendars, type ClosingDays } from './modules/calendar/index.ts';
import { figureTables } from './modules/figure/index.ts';
import { rebuildOversight } from './modules/oversight/index.ts';
import { rebuildPolicies } from './modules/policy/index.ts';
import { rebuildReports } from './modules/report/index.ts';
import { readRuleBook } from './rule-book.ts';

export interface RebuildDependencies {
  database: Database;
  calendars: Calendars;
  closingDays: ClosingDays;
  clock: Clock;
}

/**
 * Tables that derive from `report_event`, `entry` and what others told, and can be made again. Columns that only number rows, or say
 * when a row was made, are left out when two states are compared.
 */
export const DERIVED_TABLES: Readonly<Record<string, { except?: readonly string[] }>> = {
  ...Object.fromEntries(figureTables.map((table) => [table, {}])),
  calendar_version: {},
  clock: {},
  holiday: { except: ['id'] },
  oversight_case: {},
  oversight_letter: {},
  policy: {},
  policy_limit: {},
  policy_migration: {},
  report_fact: {},
  timer: { except: ['reached_at'] },
};

/** In this order. Each answers how much it derived. */
const STEPS: Readonly<Record<string, (deps: RebuildDependencies) => Promise<number>>> = {
  calendar: ({ database }) => rebuildCalendar(database),
  policies: ({ database }) => rebuildPolicies(database),
  reports: async ({ database, calendars, closingDays, clock }) =>
    rebuildReports(database, await readRuleBook(database, calendars, closingDays), clock.now()),
  oversight: async ({ database, calendars, closingDays, clock }) =>
    rebuildOversight(database, await readRuleBook(database, calendars, closingDays), clock.now()),
};

/**
 * Derives everything again that derives. What is equal already is left alone, so it may run beside the live service and be repeated.
 * What is due is found by the job as ever; what was told stays told.
 * @param fromNothing empties the derived tables first: for rows that no event accounts for. Readers see less until it is through.
 */
export async function rebuildEverything(
  deps: RebuildDependencies,
  fromNothing = false,
): Promise<Record<string, number>> {
  if (fromNothing)
    await deps.database.transaction((em) =>
      em.execute(`truncate ${Object.keys(DERIVED_TABLES).join(', ')} restart identity`),
    );
  const done: Record<string, number> = {};
  for (const [name, step] of Object.entries(STEPS)) done[name] = await step(deps);
  return done;
}
