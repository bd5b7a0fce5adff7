export { awaitsApproval } from './awaits-approval.ts';
export { proposeAnswer } from './propose-answer.ts';
export { findAuthors, findWaitingAnswers, type WaitingRow } from './repository.ts';
