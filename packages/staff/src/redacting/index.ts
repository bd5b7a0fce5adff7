/** Taking words and parts of photos out of what is read of a report; dialogs, mounted while they are open. */
import '../language/report-words.ts';
export { RedactText, type RedactTextProps } from './redact-text.tsx';
export { RedactPhoto, type RedactPhotoProps } from './redact-photo.tsx';
