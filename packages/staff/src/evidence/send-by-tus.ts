import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { faultOf, type Upload, type UploadedFile, type UploadResult } from './upload.ts';

/** Small ones go along with the first request; of larger ones, what has arrived is not sent again. */
const SMALL_BYTES = 500_000;

/** Sends one file to an address by tus, in spite of breaks: a few attempts, each from where the last one got to. */
export function sendByTus(
  { file, onProgress, signal, headers }: Upload,
  address: string,
): Promise<UploadResult> {
  return new Promise((resolve) => {
    const upload = new TusUpload(file, {
      endpoint: location.origin + address,
      metadata: { filename: file.name },
      headers: headers?.() ?? {},
      // Machines are shared: the library would write the file's name into the browser's store.
      storeFingerprintForResuming: false,
      uploadDataDuringCreation: file.size <= SMALL_BYTES,
      retryDelays: [1_000, 3_000, 5_000],
      onProgress: (sent, total) => onProgress(sent / total),
      onSuccess: ({ lastResponse }) =>
        resolve({ ok: true, file: read(upload, file, lastResponse.getBody()) }),
      onError: (error) => {
        const response = error instanceof DetailedError ? error.originalResponse : null;
        const code = response ? faultOf(response.getStatus(), parse(response.getBody())) : 'OFFLINE';
        resolve({ ok: false, code });
      },
    });
    signal.addEventListener('abort', () => {
      // What has arrived is of no use to anybody; a server that does not hear it forgets it after a day.
      upload.abort(true).catch(() => undefined);
      resolve({ ok: false, code: 'UNAVAILABLE' });
    });
    upload.start();
  });
}

function parse(body: string): Record<string, unknown> | null {
  try {
    return JSON.parse(body) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}

/** The answer to the last byte; where it was lost, what is known without it. */
function read({ url }: TusUpload, file: File, body: string): UploadedFile {
  const answer = parse(body);
  if (answer) return answer as unknown as UploadedFile;
  const id = url!.slice(url!.lastIndexOf('/') + 1);
  return { id, fileName: file.name, mediaType: file.type, sizeBytes: file.size };
}
