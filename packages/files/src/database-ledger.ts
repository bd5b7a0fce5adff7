import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import type { FileStore } from './file-store.ts';
import { type BegunUpload, type FinishedUpload, type UploadLedger, UploadRefused } from './upload-ledger.ts';

/** A file that has come whole, with the name it was given. */
export interface WholeUpload extends BegunUpload {
  fileName: string | undefined;
}

export interface DatabaseLedger {
  /** A service's database with `uploadTables`. */
  database: Database;
  clock: { now(): Date };
  /** Names say who somebody is: they lie sealed until it is known what the file is. */
  sealer: Sealer;
  /** How long an unfinished upload waits for its next part, and a finished one is known as such. */
  hours: number;
  /** Keyed hashes of whoever asks, by any of the ways in which the owner may be told; uploads are begun under the first. */
  owners: readonly Buffer[];
  /** Judges and keeps the file, in a transaction with `noteWhole`. @throws `UploadRefused` */
  keep(upload: WholeUpload, content: Buffer): Promise<FinishedUpload>;
}

const nameContext = (id: string) => `upload:${id}`;
const runOut = ({ clock, hours }: Pick<DatabaseLedger, 'clock' | 'hours'>) =>
  new Date(clock.now().getTime() - hours * 3_600_000);

/** Uploads under way of one owner, in the service's own tables. */
export function createUploadLedger(options: DatabaseLedger): UploadLedger {
  const { database, clock, sealer, owners, keep } = options;
  const hashes = owners.map((hash) => hash.toString('hex'));
  return {
    async begin({ id, sizeBytes, fileName }) {
      await database.transaction((em) =>
        em.execute(
          'insert into upload (id, uploader_hash, size_bytes, sealed, begun_at) values (?, ?, ?, ?, ?)',
          [
            id,
            owners[0]!,
            sizeBytes,
            fileName ? sealer.seal(fileName, nameContext(id)) : null,
            clock.now().toISOString(),
          ],
        ),
      );
    },
    async find(id) {
      const [row] = await database.query<{ size_bytes: number; offset_bytes: number }>(
        'upload-of-owner',
        `select size_bytes, offset_bytes from upload
         where id = $1 and encode(uploader_hash, 'hex') = any($2::text[]) and begun_at > $3`,
        [id, hashes, runOut(options)],
      );
      return row ? { id, sizeBytes: row.size_bytes, offsetBytes: row.offset_bytes } : null;
    },
    addPart: (id, { offsetBytes, sizeBytes, key }) =>
      database.transaction(async (em) => {
        const moved = await em.execute<unknown[]>(
          'update upload set offset_bytes = offset_bytes + ? where id = ? and offset_bytes = ? returning id',
          [sizeBytes, id, offsetBytes],
        );
        if (moved.length === 0) return false;
        await em.execute(
          'insert into upload_part (upload_id, offset_bytes, size_bytes, storage_key) values (?, ?, ?, ?)',
          [id, offsetBytes, sizeBytes, key],
        );
        return true;
      }),
    async parts(id) {
      const rows = await database.query<{ offset_bytes: number; size_bytes: number; storage_key: string }>(
        'parts-of-upload',
        'select offset_bytes, size_bytes, storage_key from upload_part where upload_id = $1 order by offset_bytes',
        [id],
      );
      return rows.map((row) => ({
        offsetBytes: row.offset_bytes,
        sizeBytes: row.size_bytes,
        key: row.storage_key,
      }));
    },
    finish: async (upload, content) =>
      keep({ ...upload, fileName: await fileNameOf(options, upload.id) }, content),
    async forget(id) {
      await database.transaction((em) =>
        em.execute('delete from upload where id = ? and offset_bytes < size_bytes', [id]),
      );
    },
  };
}

async function fileNameOf({ database, sealer }: DatabaseLedger, id: string): Promise<string | undefined> {
  const [row] = await database.query<{ sealed: Uint8Array | null }>(
    'name-of-upload',
    'select sealed from upload where id = $1',
    [id],
  );
  return row?.sealed ? sealer.open(row.sealed, nameContext(id)).toString() : undefined;
}

/**
 * Notes in the transaction that keeps the file that its upload is whole; gives the hash of its owner.
 * @throws `UploadRefused` when another request brought the last part, too; the files are the same.
 */
export async function noteWhole(
  em: EntityManager,
  { id, offsetBytes }: Pick<BegunUpload, 'id' | 'offsetBytes'>,
): Promise<Uint8Array> {
  const [whole] = await em.execute<{ uploader_hash: Uint8Array }[]>(
    'update upload set offset_bytes = size_bytes, sealed = null where id = ? and offset_bytes = ? returning uploader_hash',
    [id, offsetBytes],
  );
  if (!whole)
    throw new UploadRefused({ status: 409, code: 'WRONG_OFFSET', message: 'The upload stands elsewhere.' });
  await em.execute('delete from upload_part where upload_id = ?', [id]);
  return whole.uploader_hash;
}

const REMOVED_AT_ONCE = 500;

/** Removes uploads whose time is over, with what came of them. Returns how many. */
export async function removeRunOutUploads(
  options: Pick<DatabaseLedger, 'database' | 'clock' | 'hours'> & { files: FileStore },
): Promise<number> {
  const { count, keys } = await options.database.transaction(async (em) => {
    const rows = await em.execute<{ id: string }[]>(
      'select id from upload where begun_at < ? order by begun_at limit ? for update skip locked',
      [runOut(options).toISOString(), REMOVED_AT_ONCE],
    );
    const list = `{${rows.map(({ id }) => id).join(',')}}`;
    const parts = await em.execute<{ storage_key: string }[]>(
      'delete from upload_part where upload_id = any(?::uuid[]) returning storage_key',
      [list],
    );
    await em.execute('delete from upload where id = any(?::uuid[])', [list]);
    return { count: rows.length, keys: parts.map(({ storage_key: key }) => key) };
  });
  for (const key of keys) await options.files.remove(key);
  return count;
}
