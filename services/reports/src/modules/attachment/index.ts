export { attachToHistory, attachToReport, hideFileNames } from './attach.ts';
export { forgetUploader } from './uploader.ts';
export { attachmentRoutes } from './routes.ts';
export { findAttachments, type AttachmentRow } from './repository.ts';
export { signAttachmentUrl } from './signed-url.ts';
