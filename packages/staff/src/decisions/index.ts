/** One decision in a dialog, for screens of a console that are loaded when they are opened. */
export { DecisionDialog } from './decision-dialog.tsx';
export { RefusalNotice } from './refusal-notice.tsx';
export { useDecision, type Decision } from './use-decision.ts';
export { fieldText } from './field-faults.ts';
export { NO_FAULTS, type Faults } from './outcome.ts';
export { DraftMark } from '../drafts/draft-mark.tsx';
export { useDraft } from '../drafts/use-draft.ts';
export { useToday } from '../dates/use-today.ts';
export { createRequestKeys } from '../changing/request-keys.ts';
export { EvidenceField } from '../evidence/evidence-field.tsx';
export type { UploadedFile } from '../evidence/upload.ts';
export { AnswerDetailsFields } from '../report/answering/answer-details-fields.tsx';
export {
  detailsToSend,
  missingDetails,
  NO_DETAILS,
  type AnswerDetails,
} from '../report/answering/answer-details.ts';
