/** What other modules' resolvers need of this module's graph types. */
export { answerChange, loadReport } from './answer-change.ts';
export {
  AnswerKindEnum,
  ArchiveCodeEnum,
  ReportClassEnum,
  ReportKindEnum,
  ReturnReasonEnum,
} from './enums.ts';
export {
  ChangeReportResult,
  InvalidInput,
  NotFound,
  SubmissionConflict,
  TooManyRequests,
  toUserError,
  TransitionRefused,
} from './errors.ts';
export { Report } from './graphql.ts';
export { GeoPointInput } from './queries.ts';
