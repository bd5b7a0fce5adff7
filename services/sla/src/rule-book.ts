import type { Database } from '@lapor/database';
import type { Calendars } from './modules/calendar/index.ts';
import type { RuleBook } from './modules/clock/index.ts';
import { readPolicies } from './modules/policy/index.ts';

/** Everything deadlines are counted with, as it stands now. Two statements. */
export async function readRuleBook(database: Database, calendars: Calendars): Promise<RuleBook> {
  const [policies, versions] = await Promise.all([readPolicies(database), calendars.all()]);
  return { policies, calendars: versions };
}
