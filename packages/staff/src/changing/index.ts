/** What changes something beside reports: a dialog with a draft, sent once, or a file that is looked at first. */
import '../language/administration-words.ts';
export { ChangeDialog, type ChangeForm } from './change-dialog.tsx';
export { ChoiceField, LineField, WordsField } from './form-fields.tsx';
export { ChooseFile } from './csv-file/choose-file.tsx';
export { LineFaults } from './csv-file/line-faults.tsx';
export { useCheckedFile } from './csv-file/use-checked-file.ts';
export { useChange } from './use-change.ts';
export { DraftMark } from '../drafts/draft-mark.tsx';
export { useDraft } from '../drafts/use-draft.ts';
export { RefusalNotice } from '../decisions/refusal-notice.tsx';
export { fieldText } from '../decisions/field-faults.ts';
export { useToday } from '../dates/use-today.ts';
export { faultText } from '../loading/fault-text.ts';
export { submitOnCtrlEnter } from '../keyboard/submit-on-ctrl-enter.ts';
export { type FirstSight } from '../loading/first-sight.ts';
export { useFirstSight } from '../loading/use-first-sight.ts';
export { usePart } from '../loading/use-part.ts';
