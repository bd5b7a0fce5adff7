export { changeReport, changeReportBySystem, type ChangeScope } from './change-report.ts';
export type { ReportsDependencies } from './dependencies.ts';
export { Assignment, Report, type GeoPoint } from './entity.ts';
export { recordTransition, type Actor } from './record-transition.ts';
export { may, mayReadReporterDocuments } from './policy.ts';
export { accountLookup, policyFacts, type ReportRow } from './read-model.ts';
export { findReports } from './repository.ts';
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
export { BAD_RATING, MOST_RETURNS } from './lifecycle.ts';
