import type { Upload, UploadResult } from './upload.ts';

export const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/heic,application/pdf,video/mp4,video/quicktime,video/webm,audio/*';

const MEGABYTE = 1_000_000;
const mostBytes = (type: string): number =>
  (type.startsWith('video/') ? 50 : type.startsWith('audio/') ? 20 : 10) * MEGABYTE;

/**
 * Sends one file in parts: to a report, or to another `address` where that is given. What sends is fetched when the first file is chosen.
 * Photos are re-encoded by the server and lose their metadata; everything else is kept sealed as evidence.
 */
export async function uploadFile(upload: Upload, address = '/files'): Promise<UploadResult> {
  if (upload.file.size > mostBytes(upload.file.type)) return { ok: false, code: 'TOO_LARGE' };
  const sender = await import('./send-by-tus.ts').catch(() => null);
  return sender ? sender.sendByTus(upload, address) : { ok: false, code: 'OFFLINE' };
}
