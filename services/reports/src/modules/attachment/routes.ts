import {
  type FileStore,
  isFileSignature,
  LARGEST_BYTES,
  resumableUploads,
  sendFile,
  type UploadLedger,
} from '@lapor/files';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limitRate } from '../rate-limit/index.ts';
import {
  findReports,
  isReporter,
  may,
  mayReadReporterDocuments,
  policyFacts,
  type ReportsDependencies,
} from '../report/index.ts';
import { noteDocumentRead } from './note-document-read.ts';
import { findAttachment, type AttachmentRow } from './repository.ts';
import { createUploadLedger, UPLOAD_HOURS } from './upload-ledger.ts';
import { uploaderHashes } from './uploader.ts';

const uuid = z.uuid();

/** As many as the reports of a source may carry (submit-report.ts). */
const UPLOADS_PER_SOURCE = { count: 150, seconds: 600 };
/** Of those, larger than a photo may be. */
const LARGE_UPLOADS_PER_SOURCE = { count: 30, seconds: 600 };

/** HEAD is a word of the upload protocol. */
const NO_HEAD = { exposeHeadRoute: false };

/** Uploads by tus at `/files`, of somebody who may later attach them; `GET /files/:id` gives a file to those who may read its report. */
export async function attachmentRoutes(
  server: FastifyInstance,
  deps: ReportsDependencies,
  files: FileStore,
): Promise<void> {
  await server.register((scope) =>
    resumableUploads(scope, {
      path: '/files',
      files,
      newId: deps.newId,
      hours: UPLOAD_HOURS,
      now: () => deps.clock.now(),
      ledgerFor: (request, reply) => ledgerFor(request, reply, deps),
      mayBegin: (request, reply, sizeBytes) => mayBegin(request, reply, deps, sizeBytes),
    }),
  );
  server.get<{ Params: { id: string }; Querystring: { s?: string } }>(
    '/files/:id',
    NO_HEAD,
    (request, reply) => download(request, reply, deps, files, 'file'),
  );
  server.get<{ Params: { id: string }; Querystring: { s?: string } }>(
    '/files/:id/thumbnail',
    NO_HEAD,
    (request, reply) => download(request, reply, deps, files, 'thumbnail'),
  );
}

async function ledgerFor(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ReportsDependencies,
): Promise<UploadLedger | null> {
  const key = uuid.safeParse(request.headers['submission-key']);
  const owners = uploaderHashes(deps.lookupSecret, request.viewer, key.success ? key.data : undefined);
  const { apiKey } = request.viewer;
  if (owners.length === 0) {
    void reply.code(401).send({ code: 'NO_OWNER', message: 'Send the header submission-key, or sign in.' });
    return null;
  }
  if (apiKey && !apiKey.scopes.includes('graph:write')) {
    void reply.code(403).send({ code: 'FORBIDDEN', message: 'This key may read only.' });
    return null;
  }
  return createUploadLedger(deps, owners);
}

async function mayBegin(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ReportsDependencies,
  sizeBytes: number,
): Promise<boolean> {
  // A system with a key is known, wherever it comes from.
  const { apiKey, accountId, source: network } = request.viewer;
  const source = apiKey ? accountId : network;
  const limited =
    (await limitRate(deps, 'upload', source, UPLOADS_PER_SOURCE)) ??
    (sizeBytes > LARGEST_BYTES.PHOTO
      ? await limitRate(deps, 'large-upload', source, LARGE_UPLOADS_PER_SOURCE)
      : null);
  if (limited?.type !== 'tooMany') return true;
  void reply
    .code(429)
    .header('retry-after', limited.retryAfterSeconds)
    .send({ code: 'TOO_MANY_REQUESTS', message: 'Too many files; wait a while.' });
  return false;
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
  if (attachment.scan_state === 'INFECTED')
    return reply.code(410).send({
      code: 'INFECTED',
      message: 'A scanner found something harmful in this file; nobody can open it any more.',
    });
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
  // Of an answer that waits for approval, as its words.
  if (attachment.text_audience === 'OFFICERS' && isReporter(request.viewer, facts)) return false;
  return asParty || (isPublic && may(request.viewer, facts, 'read'));
}
