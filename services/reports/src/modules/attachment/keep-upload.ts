import {
  acceptFile,
  type FinishedUpload,
  noteWhole,
  refuse,
  safeFileName,
  type WholeUpload,
} from '@lapor/files';
import type { ReportsDependencies } from '../report/index.ts';
import { scanFile } from './scan-file.ts';
import { signAttachmentUrl } from './signed-url.ts';

/**
 * Judges a file that has come whole and keeps it under the id of its upload. Tells whoever sent it where a photo was taken, which is
 * kept in the sealed original only.
 * @throws `UploadRefused`
 */
export async function keepUpload(
  deps: ReportsDependencies,
  { id, offsetBytes, fileName: givenName }: WholeUpload,
  content: Buffer,
): Promise<FinishedUpload> {
  const { files, database, clock } = deps;
  const scan = await scanFile(deps, content);
  if (scan === 'INFECTED') throw refuse('INFECTED');
  const accepted = await acceptFile(content);
  if (typeof accepted === 'string') throw refuse(accepted);

  const { kind, mediaType, thumbnail, width, height, seconds, place } = accepted;
  const fileName = safeFileName(givenName, mediaType);
  const storageKey = `${id.slice(-2)}/${id}`;
  const thumbnailKey = thumbnail && `${storageKey}-thumbnail`;
  // Photos are published with their report, all else is sealed evidence, and so is the untouched original of a photo.
  const isPublishedWithReport = kind === 'PHOTO';
  const originalKey = isPublishedWithReport ? `${storageKey}-original` : null;
  await files.put(storageKey, accepted.content);
  if (thumbnailKey) await files.put(thumbnailKey, thumbnail);
  if (originalKey) await files.put(originalKey, content);
  await database.transaction(async (em) => {
    const uploaderHash = await noteWhole(em, { id, offsetBytes });
    await em.execute(
      `insert into attachment (id, uploader_hash, file_name, kind, media_type, size_bytes, width, height, seconds, scan_state, is_published_with_report, storage_key, thumbnail_key, original_key, uploaded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        uploaderHash,
        fileName,
        kind,
        mediaType,
        accepted.content.length,
        width,
        height,
        seconds === null ? null : Math.ceil(seconds),
        scan,
        isPublishedWithReport,
        storageKey,
        thumbnailKey,
        originalKey,
        clock.now().toISOString(),
      ],
    );
  });
  return {
    id,
    kind,
    fileName,
    mediaType,
    sizeBytes: accepted.content.length,
    width,
    height,
    thumbnailUrl: thumbnailKey && signAttachmentUrl(deps.lookupSecret, id, clock.now(), '/thumbnail'),
    place,
  };
}
