export type UploadFault = 'OFFLINE' | 'TOO_LARGE' | 'WRONG_TYPE' | 'ACTIVE_CONTENT' | 'UNAVAILABLE';

export type UploadResult = { ok: true; id: string } | { ok: false; code: UploadFault };

interface Upload {
  blob: Blob;
  fileName: string;
  /** Whose the file is until it is attached: `submission-key` of a new report, or the key to an opened one. */
  owner: Record<string, string>;
  /** 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Sends one file to `POST /files`. XMLHttpRequest, because fetch cannot tell how much has left the phone. */
export function uploadFile({ blob, fileName, owner, onProgress }: Upload): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', blob, fileName);
    request.open('POST', '/files');
    request.setRequestHeader('x-lapor-client', 'web-citizen');
    for (const [name, value] of Object.entries(owner)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.timeout = 120_000;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => resolve(readAnswer(request.status, request.response));
    request.onerror = request.ontimeout = request.onabort = () => resolve({ ok: false, code: 'OFFLINE' });
    request.send(form);
  });
}

/** This file can never be sent: another attempt would end the same. */
export const isRefusal = (fault: UploadFault | null): boolean =>
  fault !== null && fault !== 'OFFLINE' && fault !== 'UNAVAILABLE';

export function readAnswer(status: number, body: unknown): UploadResult {
  const { id, code } = (body ?? {}) as { id?: unknown; code?: unknown };
  if (status === 201 && typeof id === 'string') return { ok: true, id };
  if (status === 413) return { ok: false, code: 'TOO_LARGE' };
  if (code === 'ACTIVE_CONTENT') return { ok: false, code };
  if (status === 415 || status === 422) return { ok: false, code: 'WRONG_TYPE' };
  return { ok: false, code: 'UNAVAILABLE' };
}
