import type { Database } from '@lapor/database';
import type { Calendars, ClosingDays } from './modules/calendar/index.ts';
import type { RuleBook } from './modules/clock/index.ts';
import { readPolicies } from './modules/policy/index.ts';

/** Everything deadlines are counted with, as it stands now. Three statements. */
export async function readRuleBook(
  database: Database,
  calendars: Calendars,
  closingDays: ClosingDays,
): Promise<RuleBook> {
  const [policies, versions, book] = await Promise.all([
    readPolicies(database),
    calendars.all(),
    closingDays.current(),
  ]);
  return { policies, calendars: versions, closingDays: book };
}
