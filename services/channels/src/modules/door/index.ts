export { countWaiting } from './count-waiting.ts';
export { forgetReporters } from './forget-reporter.ts';
export { reporterAtDoor, type WordsOfAnswer } from './reporter-at-door.ts';
export type {
  Conversation,
  Door,
  Draft,
  HeldReport,
  InboundMessage,
  OpenedReport,
  Operation,
  Submission,
  Tools,
  Turn,
} from './state.ts';
export { takeIn, WORK_TASK, type DoorDeps, type Received, type TakenIn } from './take-in.ts';
export { DUE_TASK, lookForDueDrafts, workOff } from './work-off.ts';
