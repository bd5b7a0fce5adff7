import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AcceptedFile, acceptFile } from './accept-file.ts';
import { type AcceptableType, LARGEST_BYTES } from './file-kinds.ts';
import { refuse } from './refusals.ts';
import { safeFileName } from './safe-file-name.ts';

/** A file that came in and was found good. */
export interface ReceivedFile extends AcceptedFile {
  /** As `safeFileName` makes it. */
  fileName: string;
  /** Byte for byte as it was sent. */
  original: Buffer;
}

/** Lets the routes of this scope take one photo or document each in a form. */
export async function registerUploads(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: { files: 1, fields: 0, fileSize: LARGEST_BYTES.DOCUMENT },
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
  const answer = (status: number, code: string, message: string): null => {
    void reply.code(status).send({ code, message });
    return null;
  };
  const part = await request.file();
  if (!part) return answer(422, 'NO_FILE', 'Send one file in the field `file`.');
  const original = await part.toBuffer();
  if (part.file.truncated) return answer(413, 'TOO_LARGE', 'A file may have at most 10 MB.');
  const judged = await acceptFile(original, accepted);
  if (typeof judged === 'string') {
    const { status, code, message } = refuse(judged);
    return answer(status, code, message);
  }
  return { ...judged, fileName: safeFileName(part.filename, judged.mediaType), original };
}
