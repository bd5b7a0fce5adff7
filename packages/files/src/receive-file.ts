import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AcceptableType,
  type AcceptedFile,
  type FileRefusal,
  LARGEST_FILE_BYTES,
  acceptFile,
} from './accept-file.ts';
import { safeFileName } from './safe-file-name.ts';

/** A file that came in and was found good. */
export interface ReceivedFile extends AcceptedFile {
  /** As `safeFileName` makes it. */
  fileName: string;
  /** Byte for byte as it was sent. */
  original: Buffer;
}

const REFUSALS: Record<FileRefusal, { status: number; message: string }> = {
  UNSUPPORTED_TYPE: { status: 415, message: 'A photo (JPEG, PNG, WebP) or a PDF is accepted.' },
  UNREADABLE: { status: 422, message: 'The picture cannot be read; take or save it again.' },
  ACTIVE_CONTENT: {
    status: 422,
    message: 'A PDF with scripts or files in it is not accepted; print it to a new PDF.',
  },
  TOO_MANY_PIXELS: { status: 422, message: 'The picture has more than 50 million pixels.' },
};

/** Lets the routes of this scope take one file each. */
export async function registerUploads(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: { files: 1, fields: 0, fileSize: LARGEST_FILE_BYTES },
    throwFileSizeLimit: false,
  });
}

/** Whether the request carries a form with a file; otherwise it is answered with 415. */
export function isUpload(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.isMultipart()) return true;
  void reply
    .code(415)
    .send({ code: 'NOT_MULTIPART', message: 'Send multipart/form-data with one field `file`.' });
  return false;
}

/** The one file of a form, judged; null when the request was answered with why it is not taken. */
export async function receiveFile(
  request: FastifyRequest,
  reply: FastifyReply,
  accepted?: readonly AcceptableType[],
): Promise<ReceivedFile | null> {
  const refuse = (status: number, code: string, message: string): null => {
    void reply.code(status).send({ code, message });
    return null;
  };
  const part = await request.file();
  if (!part) return refuse(422, 'NO_FILE', 'Send one file in the field `file`.');
  const original = await part.toBuffer();
  if (part.file.truncated) return refuse(413, 'TOO_LARGE', 'A file may have at most 10 MB.');
  const judged = await acceptFile(original, accepted);
  if (typeof judged === 'string') return refuse(REFUSALS[judged].status, judged, REFUSALS[judged].message);
  return { ...judged, fileName: safeFileName(part.filename, judged.mediaType), original };
}
