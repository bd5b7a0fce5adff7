export { attachToHistory, attachToReport, hasProof, hideFileNames } from './attach.ts';
export { scanWaitingFiles } from './scan-waiting-files.ts';
export { UPLOAD_HOURS } from './upload-ledger.ts';
export { forgetUploader, uploaderHashes } from './uploader.ts';
export { attachmentRoutes } from './routes.ts';
export { findAttachments, type AttachmentRow } from './repository.ts';
export { signAttachmentUrl } from './signed-url.ts';
export { findPhotoToRedact, isPhotoKept, replacePhoto } from './redact.ts';
