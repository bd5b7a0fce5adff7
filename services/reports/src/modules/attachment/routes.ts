import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limitRate } from '../rate-limit/index.ts';
import {
  findReports,
  may,
  mayReadReporterDocuments,
  policyFacts,
  type ReportsDependencies,
} from '../report/index.ts';
import { acceptFile, LARGEST_FILE_BYTES, type FileRefusal } from './accept-file.ts';
import type { FileStore } from './file-store.ts';
import { findAttachment, type AttachmentRow } from './repository.ts';
import { isSignedUrl, signAttachmentUrl } from './signed-url.ts';
import { uploaderHashes } from './uploader.ts';

const uuid = z.uuid();

/** As many as the reports of a source may carry (submit-report.ts). */
const UPLOADS_PER_SOURCE = { count: 150, seconds: 600 };

const REFUSALS: Record<FileRefusal, { status: number; message: string }> = {
  UNSUPPORTED_TYPE: { status: 415, message: 'A photo (JPEG, PNG, WebP) or a PDF is accepted.' },
  UNREADABLE: { status: 422, message: 'The picture cannot be read; take or save it again.' },
  ACTIVE_CONTENT: {
    status: 422,
    message: 'A PDF with scripts or files in it is not accepted; print it to a new PDF.',
  },
  TOO_MANY_PIXELS: { status: 422, message: 'The picture has more than 50 million pixels.' },
};

/** `POST /files` takes one file of somebody who may later attach it; `GET /files/:id` gives it to those who may read its report. */
export async function attachmentRoutes(
  server: FastifyInstance,
  deps: ReportsDependencies,
  files: FileStore,
): Promise<void> {
  await server.register(multipart, {
    limits: { files: 1, fields: 0, fileSize: LARGEST_FILE_BYTES },
    throwFileSizeLimit: false,
  });
  server.post('/files', (request, reply) => upload(request, reply, deps, files));
  server.get<{ Params: { id: string }; Querystring: { s?: string } }>('/files/:id', (request, reply) =>
    download(request, reply, deps, files, 'file'),
  );
  server.get<{ Params: { id: string }; Querystring: { s?: string } }>(
    '/files/:id/thumbnail',
    (request, reply) => download(request, reply, deps, files, 'thumbnail'),
  );
}

async function upload(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ReportsDependencies,
  files: FileStore,
) {
  const key = uuid.safeParse(request.headers['submission-key']);
  const owner = uploaderHashes(deps.lookupSecret, request.viewer, key.success ? key.data : undefined)[0];
  if (!owner)
    return reply.code(401).send({ code: 'NO_OWNER', message: 'Send the header submission-key, or sign in.' });
  if (!request.isMultipart())
    return reply
      .code(415)
      .send({ code: 'NOT_MULTIPART', message: 'Send multipart/form-data with one field `file`.' });
  const limited = await limitRate(deps, 'upload', request.viewer.source, UPLOADS_PER_SOURCE);
  if (limited?.type === 'tooMany')
    return reply
      .code(429)
      .header('retry-after', limited.retryAfterSeconds)
      .send({ code: 'TOO_MANY_REQUESTS', message: 'Too many files; wait a while.' });
  const part = await request.file();
  if (!part) return reply.code(422).send({ code: 'NO_FILE', message: 'Send one file in the field `file`.' });
  const bytes = await part.toBuffer();
  if (part.file.truncated)
    return reply.code(413).send({ code: 'TOO_LARGE', message: 'A file may have at most 10 MB.' });
  const accepted = await acceptFile(bytes);
  if (typeof accepted === 'string')
    return reply
      .code(REFUSALS[accepted].status)
      .send({ code: accepted, message: REFUSALS[accepted].message });

  const id = deps.newId();
  const now = deps.clock.now();
  const storageKey = `${id.slice(-2)}/${id}`;
  const thumbnailKey = accepted.thumbnail ? `${storageKey}-thumbnail` : null;
  // The untouched original is sealed evidence; what is published is the re-encoded picture.
  const originalKey = accepted.isPublishedWithReport ? `${storageKey}-original` : null;
  await files.put(storageKey, accepted.content);
  if (thumbnailKey) await files.put(thumbnailKey, accepted.thumbnail!);
  if (originalKey) await files.put(originalKey, bytes);
  const fileName = safeName(part.filename, accepted.mediaType);
  await deps.database.transaction((em) =>
    em.execute(
      `insert into attachment (id, uploader_hash, file_name, media_type, size_bytes, width, height, is_published_with_report, storage_key, thumbnail_key, original_key, uploaded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        owner,
        fileName,
        accepted.mediaType,
        accepted.content.length,
        accepted.width,
        accepted.height,
        accepted.isPublishedWithReport,
        storageKey,
        thumbnailKey,
        originalKey,
        now.toISOString(),
      ],
    ),
  );
  return reply.code(201).send({
    id,
    fileName,
    mediaType: accepted.mediaType,
    sizeBytes: accepted.content.length,
    width: accepted.width,
    height: accepted.height,
    thumbnailUrl: thumbnailKey && signAttachmentUrl(deps.lookupSecret, id, now, '/thumbnail'),
  });
}

type DownloadRequest = FastifyRequest<{ Params: { id: string }; Querystring: { s?: string } }>;

async function download(
  request: DownloadRequest,
  reply: FastifyReply,
  deps: ReportsDependencies,
  files: FileStore,
  part: 'file' | 'thumbnail',
) {
  const id = uuid.safeParse(request.params.id);
  const attachment = id.success ? await findAttachment(deps.database, id.data) : null;
  const key = part === 'file' ? attachment?.storage_key : attachment?.thumbnail_key;
  if (!attachment || !key || !(await mayDownload(request, deps, attachment))) {
    return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such file.' });
  }
  const disposition = attachment.media_type === 'image/jpeg' ? 'inline' : 'attachment';
  return reply
    .header('content-type', part === 'thumbnail' ? 'image/jpeg' : attachment.media_type)
    .header(
      'content-disposition',
      `${disposition}; filename*=UTF-8''${encodeURIComponent(attachment.file_name)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=3600')
    .send(await files.get(key));
}

async function mayDownload(
  request: DownloadRequest,
  deps: ReportsDependencies,
  attachment: AttachmentRow,
): Promise<boolean> {
  if (isSignedUrl(deps.lookupSecret, attachment.id, request.query.s, deps.clock.now())) return true;
  if (attachment.report_id === null) {
    const key = uuid.safeParse(request.headers['submission-key']);
    const hashes = uploaderHashes(deps.lookupSecret, request.viewer, key.success ? key.data : undefined);
    return hashes.some((hash) => hash.equals(attachment.uploader_hash));
  }
  const [report] = await findReports(deps.database, [attachment.report_id]);
  if (!report) return false;
  const facts = policyFacts(report, request.viewer, deps.lookupSecret);
  const asParty = may(request.viewer, { ...facts, isPublished: false }, 'read');
  // A photo of the conversation is as public as the words it came with.
  const isPublic = attachment.is_published_with_report && (attachment.text_audience ?? 'PUBLIC') === 'PUBLIC';
  const isDocument = !attachment.is_published_with_report && attachment.is_from_reporter;
  if (isDocument && !mayReadReporterDocuments(request.viewer, facts)) return false;
  return asParty || (isPublic && may(request.viewer, facts, 'read'));
}

/**
 * Pictures lose their name, since they are published and a name may say who took them. Documents keep the letters, digits and
 * a few marks of theirs, with the ending of the true type.
 */
function safeName(name: string | undefined, mediaType: string): string {
  if (mediaType !== 'application/pdf') return 'foto.jpg';
  const stem = (name ?? '')
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, 80);
  return `${stem || 'berkas'}.pdf`;
}
