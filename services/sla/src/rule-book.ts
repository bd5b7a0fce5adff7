import type { Database } from '@lapor/database';
import type { Calendars, ClosingDays } from './modules/calendar/index.ts';
import type { RuleBook } from './modules/clock/index.ts';
import { readGovernmentKinds } from './modules/organisation/index.ts';
import { readPolicies, tellsKindsApart } from './modules/policy/index.ts';

/** Everything deadlines are counted with, as it stands now. Three statements, one more where a policy tells kinds of governments apart. */
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
  const governmentKinds = policies.some(tellsKindsApart) ? await readGovernmentKinds(database) : undefined;
  return { policies, calendars: versions, closingDays: book, governmentKinds };
}
