import type { FileRefusal } from './accept-file.ts';
import { UploadRefused } from './upload-ledger.ts';

const REFUSALS: Readonly<Record<FileRefusal, { status: number; message: string }>> = {
  UNSUPPORTED_TYPE: {
    status: 415,
    message:
      'A photo (JPEG, PNG, WebP), a PDF, a video (MP4, MOV, WebM) or a sound (M4A, MP3, OGG, WAV) is accepted.',
  },
  UNREADABLE: { status: 422, message: 'The file cannot be read; take or save it again.' },
  TOO_LARGE: {
    status: 413,
    message: 'A photo or PDF may have at most 10 MB, a sound 20 MB, a video 50 MB.',
  },
  TOO_LONG: { status: 422, message: 'A video may last at most 60 seconds.' },
  TOO_MANY_PIXELS: { status: 422, message: 'The picture has more than 50 million pixels.' },
  ACTIVE_CONTENT: {
    status: 422,
    message: 'A PDF with scripts or files in it is not accepted; print it to a new PDF.',
  },
  INFECTED: { status: 422, message: 'A scanner found something harmful in the file.' },
};

/** A refusal as it is answered. */
export const refuse = (code: FileRefusal): UploadRefused => new UploadRefused({ code, ...REFUSALS[code] });
