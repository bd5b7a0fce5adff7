import type { EntityManager } from '@mikro-orm/postgresql';

/** A photo of a report, or of its conversation, as far as a redaction asks. */
export interface PhotoToRedact {
  id: string;
  storageKey: string;
  thumbnailKey: string | null;
  originalKey: string | null;
}

export async function findPhotoToRedact(
  em: EntityManager,
  reportId: string,
  attachmentId: string,
): Promise<PhotoToRedact | null> {
  const [photo] = await em.execute<PhotoToRedact[]>(
    `select id, storage_key as "storageKey", thumbnail_key as "thumbnailKey", original_key as "originalKey"
     from attachment where id = ? and report_id = ? and media_type = 'image/jpeg' and scan_state <> 'INFECTED'`,
    [attachmentId, reportId],
  );
  return photo ?? null;
}

/** Whether a photo is kept under a key. */
export const isPhotoKept = async (em: EntityManager, storageKey: string): Promise<boolean> =>
  (await em.execute<object[]>('select 1 from attachment where storage_key = ?', [storageKey])).length > 0;

/**
 * Puts a redacted photo in the place of another. The untouched original is kept sealed, else the photo as it was; gives the
 * keys of files to remove once the transaction is committed.
 */
export async function replacePhoto(
  em: EntityManager,
  photo: PhotoToRedact,
  next: { storageKey: string; thumbnailKey: string; content: Uint8Array },
): Promise<string[]> {
  await em.execute(
    'update attachment set storage_key = ?, thumbnail_key = ?, original_key = coalesce(original_key, storage_key), size_bytes = ? where id = ?',
    [next.storageKey, next.thumbnailKey, next.content.length, photo.id],
  );
  return [
    ...(photo.originalKey === null ? [] : [photo.storageKey]),
    ...(photo.thumbnailKey === null ? [] : [photo.thumbnailKey]),
  ];
}
