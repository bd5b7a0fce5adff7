export {
  type AcceptableType,
  type AcceptedFile,
  type FileRefusal,
  LARGEST_FILE_BYTES,
  acceptFile,
} from './accept-file.ts';
export { createFileStore, type FileStore } from './file-store.ts';
export { isUpload, receiveFile, type ReceivedFile, registerUploads } from './receive-file.ts';
export { rewrapFile } from './rewrap-file.ts';
export { safeFileName } from './safe-file-name.ts';
export { sendFile } from './send-file.ts';
export { isFileSignature, signFile } from './signature.ts';
