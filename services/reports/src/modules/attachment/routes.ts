import {
  type FileStore,
  isFileSignature,
  isUpload,
  receiveFile,
  registerUploads,
  sendFile,
} from '@lapor/files';
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
import { noteDocumentRead } from './note-document-read.ts';
import { findAttachment, type AttachmentRow } from './repository.ts';
import { signAttachmentUrl } from './signed-url.ts';
import { uploaderHashes } from './uploader.ts';

const uuid = z.uuid();

/** As many as the reports of a source may carry (submit-report.ts). */
const UPLOADS_PER_SOURCE = { count: 150, seconds: 600 };

/** `POST /files` takes one file of somebody who may later attach it; `GET /files/:id` gives it to those who may read its report. */
export async function attachmentRoutes(
  server: FastifyInstance,
  deps: ReportsDependencies,
  files: FileStore,
): Promise<void> {
  await registerUploads(server);
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
  const { apiKey } = request.viewer;
  if (apiKey && !apiKey.scopes.includes('graph:write'))
    return reply.code(403).send({ code: 'FORBIDDEN', message: 'This key may read only.' });
  if (!isUpload(request, reply)) return reply;
  const limited = await limitRate(deps, 'upload', request.viewer.source, UPLOADS_PER_SOURCE);
  if (limited?.type === 'tooMany')
    return reply
      .code(429)
      .header('retry-after', limited.retryAfterSeconds)
      .send({ code: 'TOO_MANY_REQUESTS', message: 'Too many files; wait a while.' });
  const received = await receiveFile(request, reply);
  if (received === null) return reply;

  const id = deps.newId();
  const now = deps.clock.now();
  const storageKey = `${id.slice(-2)}/${id}`;
  const thumbnailKey = received.thumbnail ? `${storageKey}-thumbnail` : null;
  // Pictures are published with their report, documents are sealed evidence.
  const isPublishedWithReport = received.kind === 'PICTURE';
  // The untouched original is sealed evidence; what is published is the re-encoded picture.
  const originalKey = isPublishedWithReport ? `${storageKey}-original` : null;
  await files.put(storageKey, received.content);
  if (thumbnailKey) await files.put(thumbnailKey, received.thumbnail!);
  if (originalKey) await files.put(originalKey, received.original);
  await deps.database.transaction((em) =>
    em.execute(
      `insert into attachment (id, uploader_hash, file_name, media_type, size_bytes, width, height, is_published_with_report, storage_key, thumbnail_key, original_key, uploaded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        owner,
        received.fileName,
        received.mediaType,
        received.content.length,
        received.width,
        received.height,
        isPublishedWithReport,
        storageKey,
        thumbnailKey,
        originalKey,
        now.toISOString(),
      ],
    ),
  );
  return reply.code(201).send({
    id,
    fileName: received.fileName,
    mediaType: received.mediaType,
    sizeBytes: received.content.length,
    width: received.width,
    height: received.height,
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
  if (!attachment.is_published_with_report) await noteDocumentRead(deps, request.viewer, attachment);
  return sendFile(reply, {
    mediaType: part === 'thumbnail' ? 'image/jpeg' : attachment.media_type,
    fileName: attachment.file_name,
    content: await files.get(key),
  });
}

async function mayDownload(
  request: DownloadRequest,
  deps: ReportsDependencies,
  attachment: AttachmentRow,
): Promise<boolean> {
  if (isFileSignature(deps.lookupSecret, attachment.id, request.query.s, deps.clock.now())) return true;
  if (attachment.report_id === null) {
    const key = uuid.safeParse(request.headers['submission-key']);
    const hashes = uploaderHashes(deps.lookupSecret, request.viewer, key.success ? key.data : undefined);
    return hashes.some((hash) => hash.equals(attachment.uploader_hash));
  }
  const [report] = await findReports(deps.database, [attachment.report_id]);
  if (!report) return false;
  const facts = policyFacts(report, request.viewer, deps);
  const asParty = may(request.viewer, { ...facts, isPublished: false }, 'read');
  // A photo of the conversation is as public as the words it came with.
  const isPublic = attachment.is_published_with_report && (attachment.text_audience ?? 'PUBLIC') === 'PUBLIC';
  const isDocument = !attachment.is_published_with_report && attachment.is_from_reporter;
  if (isDocument && !mayReadReporterDocuments(request.viewer, facts)) return false;
  return asParty || (isPublic && may(request.viewer, facts, 'read'));
}
