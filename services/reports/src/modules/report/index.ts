export { changeReport, changeReportBySystem, type ChangeScope, type SystemEffects } from './change-report.ts';
export { endHandOvers } from './end-hand-overs.ts';
export type { ReportsDependencies } from './dependencies.ts';
export { Assignment, Report, type GeoPoint } from './entity.ts';
export { recordTransition, refreshInboxOf, SYSTEM, type Actor, type Entry } from './record-transition.ts';
export {
  about,
  actingOrganisation,
  isDesk,
  may,
  mayReadReporterDocuments,
  workingOrganisations,
  workingPosts,
} from './policy.ts';
export { accountLookup, policyFacts, REPORT_COLUMNS, type ReportRow } from './read-model.ts';
export { findReports, type After } from './repository.ts';
export { done, failed, NOT_FOUND, type FieldFault, type Failure, type Result } from './result.ts';
export {
  attachmentIds,
  givenId,
  LIMITS,
  plain,
  reportId,
  requestKey,
  typed,
  validate,
} from './validation.ts';
export * from './vocabulary.ts';
export { BAD_RATING, MOST_RETURNS, REOPENING_DAYS } from './lifecycle.ts';
