/** What changes something beside reports: a dialog with a draft, sent once. */
import '../language/administration-words.ts';
export { ChangeDialog, type ChangeForm } from './change-dialog.tsx';
export { useChange } from './use-change.ts';
export { RefusalNotice } from '../decisions/refusal-notice.tsx';
export { fieldText } from '../decisions/field-faults.ts';
export { useToday } from '../dates/use-today.ts';
export { faultText } from '../loading/fault-text.ts';
