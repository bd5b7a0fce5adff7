import { localDateAt } from '@lapor/working-days';
import { REPORT_CLASSES, RULES } from './completeness.ts';
import { Policy, PolicyLimit, PolicyMigration } from './graphql.ts';
import { NATIONAL_TIME_ZONE } from './national-time-zone.ts';
import type { DecreedPolicy } from './repository.ts';

/** All policies as people read them, oldest first. */
export function toPolicies(policies: readonly DecreedPolicy[], now: Date): Policy[] {
  const today = localDateAt(now, NATIONAL_TIME_ZONE);
  const inForce = policies.findLast(({ effectiveFrom }) => effectiveFrom <= today) ?? policies[0];
  return policies.map((policy) => {
    const { version, effectiveFrom, decree, migrations } = policy;
    const state =
      policy === inForce ? 'IN_FORCE' : effectiveFrom > today ? ('PLANNED' as const) : ('PAST' as const);
    return Object.assign(new Policy(), {
      version,
      effectiveFrom,
      decree,
      state,
      limits: policy.limits.toSorted(byTable).map(({ rule, reportClass, organisationKind, limit }) =>
        Object.assign(new PolicyLimit(), {
          rule,
          reportClass,
          organisationKind: organisationKind ?? null,
          days: limit?.days ?? null,
          unit: limit?.unit ?? null,
        }),
      ),
      migrations: migrations.map((migration) => Object.assign(new PolicyMigration(), migration)),
    });
  });
}

type Limit = DecreedPolicy['limits'][number];
const byTable = (a: Limit, b: Limit) =>
  RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
  REPORT_CLASSES.indexOf(a.reportClass!) - REPORT_CLASSES.indexOf(b.reportClass!) ||
  (a.organisationKind ?? '').localeCompare(b.organisationKind ?? '');
