import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { fetchStack } from './fetch-stack.ts';
import type { PhotoPlace, Upload, UploadFault, UploadResult } from './upload.ts';

/** Small ones go along with the first request; of larger ones, what has arrived is not sent again. */
const smallBytes = 500_000;

/** Sends one file by tus, in spite of breaks: a few attempts at once, and later from where it stands. */
export function sendByTus({ blob, fileName, owner, url, onUrl, onProgress }: Upload): Promise<UploadResult> {
  return new Promise((resolve) => {
    const upload = new TusUpload(blob, {
      endpoint: `${location.origin}/files`,
      ...(url ? { uploadUrl: url } : {}),
      ...('XMLHttpRequest' in globalThis ? {} : { httpStack: fetchStack }),
      metadata: { filename: fileName },
      headers: { 'x-lapor-client': 'web-citizen', ...owner },
      // The draft keeps the address; the library would write the file's name beside it, for longer than the draft lives.
      storeFingerprintForResuming: false,
      uploadDataDuringCreation: blob.size <= smallBytes,
      retryDelays: [1_000, 3_000, 5_000],
      onUploadUrlAvailable: () => upload.url && onUrl?.(upload.url),
      onProgress: (sent, total) => onProgress?.(sent / total),
      onSuccess: ({ lastResponse }) => resolve(readSuccess(upload.url ?? '', lastResponse.getBody())),
      onError: (error) => {
        const response = error instanceof DetailedError ? error.originalResponse : null;
        resolve({
          ok: false,
          code: response ? readFault(response.getStatus(), response.getBody()) : 'OFFLINE',
        });
      },
    });
    upload.start();
  });
}

const parse = (body: string): { code?: unknown; place?: PhotoPlace | null } => {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
};

/** The file is kept under the id of its upload; the answer to its last byte may have been lost. */
export const readSuccess = (url: string, body: string): UploadResult => ({
  ok: true,
  id: url.slice(url.lastIndexOf('/') + 1),
  place: parse(body).place ?? null,
});

const faults: Record<string, UploadFault> = {
  ACTIVE_CONTENT: 'ACTIVE_CONTENT',
  INFECTED: 'INFECTED',
  TOO_LONG: 'TOO_LONG',
};

export function readFault(status: number, body: string): UploadFault {
  if (status === 413) return 'TOO_LARGE';
  if (status === 415) return 'WRONG_TYPE';
  if (status === 422) return faults[String(parse(body).code)] ?? 'WRONG_TYPE';
  return 'UNAVAILABLE';
}
