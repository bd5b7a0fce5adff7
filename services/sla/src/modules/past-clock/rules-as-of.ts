import { buildClosingDaysBook } from '../calendar/index.ts';
import type { RuleBook } from '../clock/index.ts';

/**
 * What deadlines were counted with at an instant: the calendars and closing days that were in force, and the clocks that had been moved
 * to another policy by then. (A policy itself is saved before any clock can start under it.)
 */
export function rulesAsOf(rules: RuleBook, at: Date): RuleBook {
  const calendars = rules.calendars.filter(({ importedAt }) => importedAt <= at);
  return {
    ...rules,
    // Before the first version the first one counts.
    calendars: calendars.length > 0 ? calendars : rules.calendars.slice(0, 1),
    closingDays: buildClosingDaysBook(rules.closingDays.rows.filter(({ receivedAt }) => receivedAt <= at)),
    policies: rules.policies.map((policy) => ({
      ...policy,
      migrations: (policy.migrations ?? []).filter((migration) => migration.at <= at),
    })),
  };
}
