/** Answers that are sent only when an admin or a head lets them. */
export { ApprovalPage } from './approval-page.tsx';
