/** What other modules' resolvers need of this module's graph types. */
export { answerChange, loadReport } from './answer-change.ts';
export { Assignment } from './assignment-graphql.ts';
export { ChangeInput, UndoableInput } from './change-input.ts';
export {
  AnswerKindEnum,
  ArchiveCodeEnum,
  HISTORY_DESCRIPTIONS,
  ObstacleReasonEnum,
  ReportChannelEnum,
  ReportClassEnum,
  ReportKindEnum,
  ReportStateEnum,
  ResultOutcomeEnum,
  ReturnReasonEnum,
  StepKindEnum,
} from './enums.ts';
export {
  ChangePending,
  ChangeReportResult,
  ReportChanged,
  ReportLeased,
  SubmissionConflict,
  toUserError,
  TransitionRefused,
} from './errors.ts';
export { InvalidInput, NotFound, TooManyRequests } from '@lapor/subgraph';
export { Attachment } from './attachment-graphql.ts';
export { Report, ReportConnection } from './graphql.ts';
export { HistoryEntry } from './history-graphql.ts';
export { GeoPoint, GeoPointInput } from './point-graphql.ts';
export { Officer, Organisation, Region } from './references-graphql.ts';
export { afterOf, connection, pageSize, show } from './paging.ts';
export { fileUrls, toAttachments } from './history-mapper.ts';
export { toReport } from './mapper.ts';
