export { awaitsApproval } from './awaits-approval.ts';
export { proposeAnswer } from './propose-answer.ts';
export {
  findApprovals,
  findAuthors,
  findWaitingAnswers,
  type ApprovalRow,
  type WaitingRow,
} from './repository.ts';
