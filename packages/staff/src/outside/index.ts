/** For pages of people who have no account: they come by a secret link. */
export { GateFrame } from '../session/gate-frame.tsx';
export { ClockChip } from '../report/clocks/clock-chip.tsx';
export { Attachments } from '../report/reading/attachments.tsx';
export { EvidenceField } from '../evidence/evidence-field.tsx';
export type { UploadedFile } from '../evidence/upload.ts';
export { useFilesFirst } from '../evidence/use-files-first.ts';
export { AnswerDetailsFields } from '../report/answering/answer-details-fields.tsx';
export {
  detailsToSend,
  missingDetails,
  NO_DETAILS,
  type AnswerDetails,
} from '../report/answering/answer-details.ts';
export { createDraftStore } from '../drafts/draft-store.ts';
export { faultsOf, NO_FAULTS, type Faults } from '../decisions/outcome.ts';
export { fieldText } from '../decisions/field-faults.ts';
export { RefusalNotice } from '../decisions/refusal-notice.tsx';
export { faultText } from '../loading/fault-text.ts';
export { submitOnCtrlEnter } from '../keyboard/submit-on-ctrl-enter.ts';
export { createGraphClient } from '@lapor/web-client';
