import type { PayloadOf, ReportTransitioned } from '@lapor/events';
import { localDateAt, type LocalDate } from '@lapor/working-days';
import { NATIONAL_TIME_ZONE } from './national-time-zone.ts';

export type ReportClass = NonNullable<ReportTransitioned['reportClass']>;
export type DayUnit = 'WORKING' | 'CALENDAR';
/** Kinds of governments and K/L; a unit is of the kind of its root. */
export type OrganisationKind = Exclude<PayloadOf<'organisation.changed'>['kind'], 'OPD'>;

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
    /** Kind of the government or K/L whose clock it is; absent or `null`: all of which nothing else is said. */
    organisationKind?: OrganisationKind | null;
    /** `null`: the outer limit is the limit. */
    limit: Limit | null;
  }[];
  /** When somebody decided that running clocks of some kinds go over to it. */
  migrations?: readonly { at: Date; kinds: readonly string[] }[];
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

/** A clock, as far as its policy depends on it. */
export interface Governed {
  kind: string;
  startedAt: Date;
  stoppedAt: Date | null;
}

/** The policy of a clock: that of its start, unless it ran when clocks of its kind were moved to another one; of several the last. */
export function policyOf(policies: readonly Policy[], { kind, startedAt, stoppedAt }: Governed): Policy {
  let moved: { policy: Policy; at: Date } | undefined;
  for (const policy of policies)
    for (const { at, kinds } of policy.migrations ?? []) {
      const ran = startedAt <= at && (stoppedAt === null || at < stoppedAt);
      if (ran && kinds.includes(kind) && (!moved || at >= moved.at)) moved = { policy, at };
    }
  return moved?.policy ?? policyAt(policies, startedAt);
}

/** Whether it has a number for one kind of organisations only. */
export const tellsKindsApart = ({ limits }: Policy): boolean =>
  limits.some(({ organisationKind }) => organisationKind);

/** The number for a rule. Throws when the policy lacks it: a policy is complete or it is none. */
export function limitOf(
  policy: Policy,
  rule: Exclude<Rule, 'RESOLUTION'>,
  organisationKind: OrganisationKind | null = null,
): Limit {
  const limit = find(policy, organisationKind, (one) => one.rule === rule)?.limit;
  if (!limit) throw new Error(`Policy ${policy.version} says nothing of ${rule}`);
  return limit;
}

/** The number of days to resolve a report of a class; `null` when only the outer limit bounds it. */
export function resolutionLimitOf(
  policy: Policy,
  reportClass: ReportClass,
  organisationKind: OrganisationKind | null = null,
): Limit | null {
  const row = find(
    policy,
    organisationKind,
    (one) => one.rule === 'RESOLUTION' && one.reportClass === reportClass,
  );
  if (!row) throw new Error(`Policy ${policy.version} says nothing of resolving ${reportClass}`);
  return row.limit;
}

type PolicyLimit = Policy['limits'][number];

/** What is said of a kind of organisations goes before what is said of all. */
function find(
  { limits }: Policy,
  organisationKind: OrganisationKind | null,
  fits: (limit: PolicyLimit) => boolean,
): PolicyLimit | undefined {
  const fitting = limits.filter(fits);
  const own =
    organisationKind === null
      ? undefined
      : fitting.find((limit) => limit.organisationKind === organisationKind);
  return own ?? fitting.find((limit) => !limit.organisationKind);
}
