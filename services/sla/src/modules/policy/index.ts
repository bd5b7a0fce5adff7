export { NATIONAL_TIME_ZONE } from './national-time-zone.ts';
export {
  limitOf,
  policyAt,
  policyOf,
  resolutionLimitOf,
  type DayUnit,
  tellsKindsApart,
  type Limit,
  type OrganisationKind,
  type Policy,
  type ReportClass,
  type Rule,
} from './policy.ts';
export { readPolicies } from './repository.ts';
export { decide as decidePolicy } from './authority.ts';
export { addMigration, POLICY_MIGRATED, type PolicyMigrationEntry } from './store-policy.ts';
export { rebuildPolicies } from './rebuild-policies.ts';
export { PolicyResolver } from './resolver.ts';
