export interface UploadedFile {
  id: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Absent where files are not published. */
  thumbnailUrl?: string | null;
}

export type UploadResult =
  | { ok: true; file: UploadedFile }
  | {
      ok: false;
      code: 'TOO_LARGE' | 'TYPE_REFUSED' | 'DAMAGED' | 'ACTIVE_CONTENT' | 'OFFLINE' | 'UNAVAILABLE';
    };

export const MOST_BYTES = 10_000_000;
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

const codes: Record<number, Extract<UploadResult, { ok: false }>['code']> = {
  413: 'TOO_LARGE',
  415: 'TYPE_REFUSED',
  422: 'DAMAGED',
};

/** A PDF with scripts in it comes with the status of a damaged file; its code tells them apart. */
const failureOf = (status: number, body: { code?: unknown } | null) =>
  body?.code === 'ACTIVE_CONTENT' ? 'ACTIVE_CONTENT' : (codes[status] ?? 'UNAVAILABLE');

/**
 * Sends one file to `address`; `onProgress` gets shares from 0 to 1 (which `fetch` cannot tell).
 * Images are re-encoded by the server and lose their metadata; a PDF is kept sealed as evidence.
 */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  address = '/files',
): Promise<UploadResult> {
  if (file.size > MOST_BYTES) return Promise.resolve({ ok: false, code: 'TOO_LARGE' });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve({ ok: true, file: request.response as UploadedFile });
      else resolve({ ok: false, code: failureOf(request.status, request.response) });
    };
    request.onerror = () => resolve({ ok: false, code: 'OFFLINE' });
    request.onabort = () => resolve({ ok: false, code: 'UNAVAILABLE' });
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
