import { faultOf, type Upload, type UploadedFile, type UploadResult } from './upload.ts';

export const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/heic,application/pdf,video/mp4,video/quicktime,video/webm,audio/*';

const MEGABYTE = 1_000_000;
const mostBytes = (type: string): number =>
  (type.startsWith('video/') ? 50 : type.startsWith('audio/') ? 20 : 10) * MEGABYTE;

/**
 * Sends one file: to a report in parts, and to `address` as a form where that is given. What sends in parts is fetched when the first file is
 * chosen. Photos are re-encoded by the server and lose their metadata; everything else is kept sealed as evidence.
 */
export async function uploadFile(upload: Upload, address?: string): Promise<UploadResult> {
  if (upload.file.size > mostBytes(upload.file.type)) return { ok: false, code: 'TOO_LARGE' };
  if (address !== undefined) return sendForm(upload, address);
  const sender = await import('./send-by-tus.ts').catch(() => null);
  return sender ? sender.sendByTus(upload) : { ok: false, code: 'OFFLINE' };
}

function sendForm({ file, onProgress, signal }: Upload, address: string): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve({ ok: true, file: request.response as UploadedFile });
      else resolve({ ok: false, code: faultOf(request.status, request.response) });
    };
    request.onerror = () => resolve({ ok: false, code: 'OFFLINE' });
    request.onabort = () => resolve({ ok: false, code: 'UNAVAILABLE' });
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
