export { type AcceptedFile, acceptFile, type FileRefusal } from './accept-file.ts';
export { blackOut, type PhotoArea } from './black-out.ts';
export { type AcceptableType, FILE_KINDS, type FileKind, LARGEST_BYTES } from './file-kinds.ts';
export { createUploadLedger, noteWhole, removeRunOutUploads, type WholeUpload } from './database-ledger.ts';
export { createFileStore, type FileStore } from './file-store.ts';
export type { PhotoPlace } from './photo-place.ts';
export { refuse } from './refusals.ts';
export { type ResumableUploads, resumableUploads } from './resumable-uploads.ts';
export { rewrapFile } from './rewrap-file.ts';
export { namelessFileName, safeFileName } from './safe-file-name.ts';
export { createClamdScanner, type Scanner } from './scanner.ts';
export { sendFile } from './send-file.ts';
export { isFileSignature, signFile } from './signature.ts';
export { uploadTables } from './upload-tables.ts';
export {
  type BegunUpload,
  type FinishedUpload,
  type UploadLedger,
  type UploadPart,
  UploadRefused,
} from './upload-ledger.ts';
