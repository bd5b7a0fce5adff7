import {
  type AcceptableType,
  isFileSignature,
  isUpload,
  receiveFile,
  registerUploads,
  sendFile,
} from '@lapor/files';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { type Place, type PlacedViewer, may, placeViewerIn } from '../authority/index.ts';
import { type EvidenceDependencies, keepEvidence } from './keep-evidence.ts';
import { findEvidenceFile } from './repository.ts';

const acceptedTypes: readonly AcceptableType[] = ['application/pdf', 'image/jpeg', 'image/png'];
const uuid = z.uuid();
/** Files that belong to no declaration yet, of one officer at a time. */
const UNDECLARED_AT_MOST = 50;

type UploadRequest = FastifyRequest<{ Querystring: { organisationId?: string } }>;
type DownloadRequest = FastifyRequest<{ Params: { id: string }; Querystring: { s?: string } }>;

const notFound = (reply: FastifyReply) =>
  reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing, or it is not yours.' });

/**
 * `POST /files/evidence?organisationId=` takes one file of somebody who may declare the organisation's readiness; `GET /files/evidence/:id?s=` gives it,
 * by a signed address, to those who may read that readiness.
 */
export async function evidenceRoutes(server: FastifyInstance, deps: EvidenceDependencies): Promise<void> {
  await registerUploads(server);
  server.post('/files/evidence', (request, reply) => upload(request as UploadRequest, reply, deps));
  server.get('/files/evidence/:id', (request, reply) => download(request as DownloadRequest, reply, deps));
}

async function findPlaced(
  { database }: EvidenceDependencies,
  { viewer }: FastifyRequest,
  organisationId: string,
): Promise<{ viewer: PlacedViewer; place: Place & { status: string } } | null> {
  if (viewer.kind !== 'officer') return null;
  const em = database.fork();
  const [place] = await em.execute<(Place & { status: string })[]>(
    `select path, kind, region_code as "regionCode", status from organisation where id = ?`,
    [organisationId],
  );
  return place === undefined ? null : { viewer: await placeViewerIn(em, viewer), place };
}

async function upload(request: UploadRequest, reply: FastifyReply, deps: EvidenceDependencies) {
  const { organisationId = '' } = request.query;
  const found = await findPlaced(deps, request, organisationId);
  if (found?.place.status !== 'ACTIVE' || !may(found.viewer, 'declareReadiness', found.place))
    return notFound(reply);
  if (!isUpload(request, reply)) return reply;
  const actorId = found.viewer.accountId!;
  if (await hasTooMany(deps, actorId)) {
    return reply.code(429).header('retry-after', 3_600).send({
      code: 'TOO_MANY_REQUESTS',
      message: 'Too many files without a declaration; declare some first.',
    });
  }
  const received = await receiveFile(request, reply, acceptedTypes);
  if (received === null) return reply;
  const { fileName, mediaType, content } = received;
  const id = await keepEvidence(deps, { organisationId, actorId, fileName, mediaType, content });
  return reply.code(201).send({ id, fileName, mediaType, sizeBytes: content.length });
}

async function hasTooMany({ database }: EvidenceDependencies, actorId: string): Promise<boolean> {
  const [row] = await database.query<{ count: number }>(
    'evidence-undeclared',
    'select count(*)::int as count from evidence_file where uploaded_by = $1 and declaration_id is null',
    [actorId],
  );
  return row!.count >= UNDECLARED_AT_MOST;
}

async function download(request: DownloadRequest, reply: FastifyReply, deps: EvidenceDependencies) {
  const id = uuid.safeParse(request.params.id);
  const at = deps.clock.now();
  if (!id.success || !isFileSignature(deps.urlSecret, id.data, request.query.s, at)) return notFound(reply);
  const file = await findEvidenceFile(deps.database, id.data);
  const found = file && (await findPlaced(deps, request, file.organisation_id));
  if (!file || !found || !may(found.viewer, 'readReadiness', found.place)) return notFound(reply);
  const content = await deps.files.get(file.storage_key);
  // No entry, no file.
  await deps.database.transaction((em) =>
    appendAudit(em, {
      actor: { kind: 'OFFICER', id: found.viewer.accountId! },
      action: 'EVIDENCE_READ',
      officerId: null,
      organisationId: file.organisation_id,
      facts: { fileId: file.id },
      at,
    }),
  );
  return sendFile(reply, { mediaType: file.media_type, fileName: file.file_name, content });
}
