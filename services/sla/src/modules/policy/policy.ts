import type { ReportTransitioned } from '@lapor/events';
import { localDateAt, type LocalDate } from '@lapor/working-days';
import { NATIONAL_TIME_ZONE } from './national-time-zone.ts';

export type ReportClass = NonNullable<ReportTransitioned['reportClass']>;
export type DayUnit = 'WORKING' | 'CALENDAR';

/** What a policy limits: the clocks, and how long a request for information may pause one. */
export type Rule =
  | 'VERIFICATION'
  | 'FIRST_RESPONSE'
  | 'FOLLOW_UP'
  | 'RESOLUTION'
  | 'OUTER_LIMIT'
  | 'REPLY_TURN'
  | 'OMBUDSMAN'
  | 'OMBUDSMAN_CLARIFICATION'
  | 'AUTO_CLOSE'
  | 'POSTPONEMENT'
  | 'INFORMATION_PAUSE';

/** A number of days, working or calendar ones. */
export interface Limit {
  days: number;
  unit: DayUnit;
}

/** The numbers in force from one day on. */
export interface Policy {
  version: string;
  /** First day (at Jakarta) on which clocks that start keep to it. */
  effectiveFrom: LocalDate;
  limits: readonly {
    rule: Rule;
    /** Only a resolution differs by class. */
    reportClass: ReportClass | null;
    /** `null`: the outer limit is the limit. */
    limit: Limit | null;
  }[];
}

/**
 * The policy that governs a clock which started at this instant, for good.
 * Before the first policy the first one counts: there is no older rule to go back to.
 */
export function policyAt(policies: readonly Policy[], startedAt: Date): Policy {
  const day = localDateAt(startedAt, NATIONAL_TIME_ZONE);
  const oldestFirst = policies.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const policy = oldestFirst.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? oldestFirst[0];
  if (!policy) throw new Error('There is no policy');
  return policy;
}

/** The number for a rule. Throws when the policy lacks it: a policy is complete or it is none. */
export function limitOf(policy: Policy, rule: Exclude<Rule, 'RESOLUTION'>): Limit {
  const limit = policy.limits.find((one) => one.rule === rule)?.limit;
  if (!limit) throw new Error(`Policy ${policy.version} says nothing of ${rule}`);
  return limit;
}

/** The number of days to resolve a report of a class; `null` when only the outer limit bounds it. */
export function resolutionLimitOf(policy: Policy, reportClass: ReportClass): Limit | null {
  const row = policy.limits.find((one) => one.rule === 'RESOLUTION' && one.reportClass === reportClass);
  if (!row) throw new Error(`Policy ${policy.version} says nothing of resolving ${reportClass}`);
  return row.limit;
}
