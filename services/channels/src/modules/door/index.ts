export { countWaiting } from './count-waiting.ts';
export {
  findConversation,
  heldReports,
  holdSender,
  keepReport,
  lastHeard,
  saveConversation,
  type Sender,
} from './repository.ts';
export { openHeld, type ReporterDeps } from './open-held.ts';
export { toolsFor } from './tools.ts';
export { forgetReporters } from './forget-reporter.ts';
export { reporterAtDoor, type WordsOfAnswer } from './reporter-at-door.ts';
export { filesOf, openFile, type KeptFile } from './files.ts';
export type {
  Admission,
  Content,
  Conversation,
  Door,
  Draft,
  HeldReport,
  InboundMessage,
  IncomingFile,
  Named,
  OpenedReport,
  Operation,
  Point,
  RefusedFile,
  ReplyBook,
  Submission,
  ToldFile,
  Tools,
  Turn,
} from './state.ts';
export { senderOf, takeIn, WORK_TASK, type DoorDeps, type Received, type TakenIn } from './take-in.ts';
export { contentShape, isUnproven } from './state.ts';
export { withoutRuns } from './without-runs.ts';
export { answerAt } from './answer-at.ts';
export { DUE_TASK, lookForDueDrafts, workOff, type WorkDeps } from './work-off.ts';
