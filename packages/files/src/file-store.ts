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

/** Files in a local folder, encrypted under the service's key. */
export function createFileStore(directory: string, sealer: Sealer): FileStore {
  const disk = new Disk(new FSDriver({ location: directory, visibility: 'private' }));
  return {
    put: (key, content) => disk.put(key, sealer.seal(content, `file:${key}`)),
    get: async (key) => sealer.open(await disk.getBytes(key), `file:${key}`),
    remove: (key) => disk.delete(key),
  };
}
