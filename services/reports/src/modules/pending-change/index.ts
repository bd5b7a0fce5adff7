export { answerSent } from './answer-sent.ts';
export { applyPendingChanges, forgetPendingChanges, type UndoableChanges } from './apply-pending-changes.ts';
export { PendingChangeResolver } from './resolver.ts';
