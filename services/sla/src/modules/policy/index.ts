export { NATIONAL_TIME_ZONE } from './national-time-zone.ts';
export {
  limitOf,
  policyAt,
  resolutionLimitOf,
  type DayUnit,
  type Limit,
  type Policy,
  type ReportClass,
  type Rule,
} from './policy.ts';
export { readPolicies } from './repository.ts';
