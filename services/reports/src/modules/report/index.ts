export {
  changeReport,
  changeReportBySystem,
  type ChangeEffects,
  type ChangeScope,
  type SystemEffects,
} from './change-report.ts';
export { boundKey, lockReport, policyFactsOf } from './change-report.ts';
export { workOnReport, type WorkScope } from './work-on-report.ts';
export { rehearse, within } from './within.ts';
export { endHandOvers } from './end-hand-overs.ts';
export { leaseOfAnother } from './waiting-lease.ts';
export type { ReportsDependencies } from './dependencies.ts';
export { Assignment, Report, type GeoPoint } from './entity.ts';
export {
  nextTransition,
  recordTransition,
  refreshInboxOf,
  SYSTEM,
  type Actor,
  type ChangedReport,
  type Entry,
  type RecordedTransition,
} from './record-transition.ts';
export { refreshInbox } from './inbox-entries.ts';
export { actingAssignment, actingOrganisation } from './acting.ts';
export { about, may, mayReadReporterDocuments } from './policy.ts';
export {
  inboxOrganisation,
  isDesk,
  isReporter,
  READING_ROLES,
  workingOrganisations,
  workingPosts,
} from './policy-reach.ts';
export {
  accountLookup,
  NEW_REPORT_COLUMNS,
  policyFacts,
  REPORT_COLUMNS,
  type ReportRow,
} from './read-model.ts';
export {
  findHistories,
  findReportByNumber,
  findReports,
  findReveals,
  listDesk,
  listInbox,
  listReportsOfAccount,
  type After,
  type Narrowing,
} from './repository.ts';
export type { ListFilter } from './inbox-filter.ts';
export { stepConditions, type StepFilter } from './step-filter.ts';
export { isNews } from './notifications.ts';
export {
  done,
  failed,
  failureCode,
  invalid,
  NOT_FOUND,
  Rollback,
  type FieldFault,
  type Failure,
  type Result,
} from './result.ts';
export {
  attachmentIds,
  expectedVersion,
  givenId,
  LIMITS,
  plain,
  reportId,
  requestKey,
  typed,
  validate,
} from './validation.ts';
export * from './vocabulary.ts';
export { next, type Transition } from './lifecycle.ts';
export { lifecycleFacts } from './read-model.ts';
export type { Operation } from './policy-facts.ts';
export { BAD_RATING, MOST_RETURNS, REOPENING_DAYS } from './lifecycle.ts';
