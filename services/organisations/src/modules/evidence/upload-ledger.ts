import {
  acceptFile,
  type AcceptableType,
  createUploadLedger,
  type FinishedUpload,
  noteWhole,
  refuse,
  safeFileName,
  type UploadLedger,
  type WholeUpload,
} from '@lapor/files';
import { keyedHash } from '@lapor/sealing';
import { type EvidenceDependencies, keepEvidence } from './keep-evidence.ts';

/** What shows that something was declared. */
export const EVIDENCE_TYPES: readonly AcceptableType[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** How long an unfinished upload waits for its next part. */
export const UPLOAD_HOURS = 24;

/** An officer who may declare the readiness of an organisation. */
export interface Uploader {
  organisationId: string;
  actorId: string;
}

/** Under which uploads of an officer for an organisation are found. */
export const uploaderHash = (secret: string, { organisationId, actorId }: Uploader): Buffer =>
  keyedHash(secret, 'uploader', JSON.stringify([actorId, organisationId]));

/** Uploads under way of an officer for an organisation. */
export const evidenceLedger = (deps: EvidenceDependencies, uploader: Uploader): UploadLedger =>
  createUploadLedger({
    database: deps.database,
    clock: deps.clock,
    sealer: deps.sealer,
    hours: UPLOAD_HOURS,
    owners: [uploaderHash(deps.uploadSecret, uploader)],
    keep: (upload, content) => keepUpload(deps, uploader, upload, content),
  });

async function keepUpload(
  deps: EvidenceDependencies,
  uploader: Uploader,
  upload: WholeUpload,
  bytes: Buffer,
): Promise<FinishedUpload> {
  const accepted = await acceptFile(bytes, EVIDENCE_TYPES);
  if (typeof accepted === 'string') throw refuse(accepted);
  const { mediaType, content } = accepted;
  const fileName = safeFileName(upload.fileName, mediaType);
  await keepEvidence(deps, { ...uploader, fileName, mediaType, content }, upload.id, (em) =>
    noteWhole(em, upload),
  );
  return { id: upload.id, fileName, mediaType, sizeBytes: content.length };
}
