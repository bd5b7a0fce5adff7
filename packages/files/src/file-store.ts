import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Sealer } from '@lapor/sealing';

/** Where files lie: everything sealed, so that a copied folder or bucket shows nothing. */
export interface FileStore {
  put(key: string, content: Uint8Array): Promise<void>;
  /** @throws when the file is missing or was changed. */
  get(key: string): Promise<Buffer>;
  remove(key: string): Promise<void>;
}

/** Whether files lie in a bucket; otherwise in a folder. */
export const isBucket = (place: string): boolean => place.startsWith('s3://');

/** Opens a folder or an `s3://` bucket. What speaks S3 is loaded only for that. */
export async function openDisk(place: string): Promise<Disk> {
  if (isBucket(place)) return (await import('./bucket.ts')).openBucket(place);
  return new Disk(new FSDriver({ location: place, visibility: 'private' }));
}

/** Files in a local folder or an `s3://` bucket, encrypted under the service's key. */
export function createFileStore(place: string, sealer: Sealer): FileStore {
  const opening = openDisk(place);
  // Whoever asks first is told.
  opening.catch(() => undefined);
  return {
    put: async (key, content) => (await opening).put(key, sealer.seal(content, `file:${key}`)),
    get: async (key) => sealer.open(await (await opening).getBytes(key), `file:${key}`),
    remove: async (key) => (await opening).delete(key),
  };
}
