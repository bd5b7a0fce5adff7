/** What other modules' resolvers need of this module's graph types. */
export { answerChange, loadReport } from './answer-change.ts';
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
export {
  Attachment,
  GeoPoint,
  GeoPointInput,
  HistoryEntry,
  Officer,
  Organisation,
  Region,
  Report,
  ReportConnection,
} from './graphql.ts';
export { afterOf, connection, pageSize, show } from './paging.ts';
export { toReport } from './mapper.ts';
