import type { Upload, UploadFault, UploadResult } from './upload.ts';

/** Sends one file. What sends is fetched when the first file is chosen: most reports have none. */
export async function uploadFile(upload: Upload): Promise<UploadResult> {
  const sender = await import('./send-by-tus.ts').catch(() => null);
  return sender ? sender.sendByTus(upload) : { ok: false, code: 'OFFLINE' };
}

/** This file can never be sent: another attempt would end the same. */
export const isRefusal = (
  fault: UploadFault | null,
): fault is Exclude<UploadFault, 'OFFLINE' | 'UNAVAILABLE'> =>
  fault !== null && fault !== 'OFFLINE' && fault !== 'UNAVAILABLE';
