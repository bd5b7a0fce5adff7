/** What other modules' resolvers need of this module's graph types. */
export { answerChange, loadReport } from './answer-change.ts';
export {
  AnswerKindEnum,
  ArchiveCodeEnum,
  HISTORY_DESCRIPTIONS,
  ReportClassEnum,
  ReportKindEnum,
  ReturnReasonEnum,
} from './enums.ts';
export { ChangeReportResult, SubmissionConflict, toUserError, TransitionRefused } from './errors.ts';
export { InvalidInput, NotFound, TooManyRequests } from '@lapor/subgraph';
export { Officer, Organisation, Report, ReportConnection } from './graphql.ts';
export { afterOf, connection, pageSize } from './paging.ts';
export { GeoPointInput } from './queries.ts';
