import type { BegunUpload, UploadLedger } from '@lapor/files';
import type { ReportsDependencies } from '../report/index.ts';
import { keepUpload } from './keep-upload.ts';

/** How long an unfinished upload waits for its next part, and a finished one is known as such. */
export const UPLOAD_HOURS = 24;

const nameContext = (id: string) => `upload:${id}`;

/** Uploads under way of one owner, by any of the ways in which the owner may be told. */
export function createUploadLedger(deps: ReportsDependencies, owners: readonly Buffer[]): UploadLedger {
  const { database, clock, sealer } = deps;
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
            // Names say who somebody is; sealed until it is known what the file is.
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
        [id, hashes, new Date(clock.now().getTime() - UPLOAD_HOURS * 3_600_000)],
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
      keepUpload(deps, { ...upload, fileName: await fileNameOf(deps, upload) }, content),
    async forget(id) {
      await database.transaction((em) =>
        em.execute('delete from upload where id = ? and offset_bytes < size_bytes', [id]),
      );
    },
  };
}

async function fileNameOf({ database, sealer }: ReportsDependencies, { id }: BegunUpload) {
  const [row] = await database.query<{ sealed: Uint8Array | null }>(
    'name-of-upload',
    'select sealed from upload where id = $1',
    [id],
  );
  return row?.sealed ? sealer.open(row.sealed, nameContext(id)).toString() : undefined;
}
