import { randomUUID } from 'node:crypto';
import { isFileSignature, resumableUploads, sendFile } from '@lapor/files';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { type Place, type PlacedViewer, may, placeViewerIn } from '../authority/index.ts';
import type { EvidenceDependencies } from './keep-evidence.ts';
import { findEvidenceFile } from './repository.ts';
import {
  EVIDENCE_TYPES,
  evidenceLedger,
  UPLOAD_HOURS,
  type Uploader,
  uploaderHash,
} from './upload-ledger.ts';

const uuid = z.uuid();
/** Files that belong to no declaration yet, of one officer at a time, those under way with them. */
const UNDECLARED_AT_MOST = 50;

type DownloadRequest = FastifyRequest<{ Params: { id: string }; Querystring: { s?: string } }>;

const notFound = (reply: FastifyReply) =>
  reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such thing, or it is not yours.' });

/**
 * Uploads by tus at `/files/evidence/:organisationId`, of somebody who may declare the organisation's readiness, asked in each request;
 * `GET /files/evidence/:id?s=` gives a file, by a signed address, to those who may read that readiness.
 */
export async function evidenceRoutes(server: FastifyInstance, deps: EvidenceDependencies): Promise<void> {
  await server.register((scope) =>
    resumableUploads(scope, {
      path: '/files/evidence/:organisationId',
      files: deps.files,
      newId: randomUUID,
      accepted: EVIDENCE_TYPES,
      hours: UPLOAD_HOURS,
      now: () => deps.clock.now(),
      async ledgerFor(request, reply) {
        const uploader = await findUploader(deps, request);
        if (uploader) return evidenceLedger(deps, uploader);
        await notFound(reply);
        return null;
      },
      mayBegin: (request, reply) => mayBegin(request, reply, deps),
    }),
  );
  server.get('/files/evidence/:id', { exposeHeadRoute: false }, (request, reply) =>
    download(request as DownloadRequest, reply, deps),
  );
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

/** Whoever may declare there now. */
async function findUploader(deps: EvidenceDependencies, request: FastifyRequest): Promise<Uploader | null> {
  const { organisationId } = request.params as { organisationId: string };
  const found = await findPlaced(deps, request, organisationId);
  if (found?.place.status !== 'ACTIVE' || !may(found.viewer, 'declareReadiness', found.place)) return null;
  return { organisationId, actorId: found.viewer.accountId! };
}

async function mayBegin(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: EvidenceDependencies,
): Promise<boolean> {
  const { organisationId } = request.params as { organisationId: string };
  const actorId = request.viewer.accountId!;
  const [row] = await deps.database.query<{ count: number }>(
    'evidence-undeclared',
    `select (select count(*) from evidence_file where uploaded_by = $1 and declaration_id is null)::int
       + (select count(*) from upload where uploader_hash = $2 and offset_bytes < size_bytes)::int as count`,
    [actorId, uploaderHash(deps.uploadSecret, { organisationId, actorId })],
  );
  if (row!.count < UNDECLARED_AT_MOST) return true;
  await reply.code(429).header('retry-after', 3_600).send({
    code: 'TOO_MANY_REQUESTS',
    message: 'Too many files without a declaration; declare some first.',
  });
  return false;
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
