import type { Database } from '@lapor/database';
import { rewrapFile } from '@lapor/files';
import type { Envelope } from '@lapor/sealing';

/** What a rotation works with. */
export interface Rotation {
  database: Database;
  values: Envelope;
  files: Envelope;
  /** Or the bucket (`s3://…`). */
  filesDirectory: string;
  /** A line for whoever watches. */
  say: (line: string) => void;
  /** Rows per transaction; default 200. */
  batchSize?: number;
}

/** What was done, and what is left: anything left means that an old key is still needed. */
export interface Rotated {
  /** Wrapped by the newest key in this run. */
  rewrapped: number;
  /** Not wrapped by the newest key afterwards, or not opening at all. */
  left: number;
}

/** Sealed values by table, with the context in which each was sealed. */
const TABLES = [
  { table: 'sealed_identity', of: 'report', id: 'report_id', context: 'identity' },
  { table: 'sealed_original', of: 'report', id: 'report_id', context: 'original' },
  { table: 'filed_on_behalf', of: 'report', id: 'report_id', context: 'consent' },
  { table: 'follow', of: 'follow', id: 'id', context: 'follow' },
  { table: 'pending_change', of: 'pending change', id: 'id', context: 'pending-change' },
  // Names of files under way.
  { table: 'upload', of: 'upload', id: 'id', context: 'upload' },
] as const;

/** What lies in the store, by the row that knows it: whole files, and parts of uploads under way. */
const FILES = [
  {
    of: 'attachment',
    select:
      'select id, array[storage_key, thumbnail_key, original_key] as keys from attachment where id > $1 order by id limit $2',
  },
  {
    of: 'upload',
    select:
      'select upload_id as id, array_agg(storage_key) as keys from upload_part where upload_id > $1 group by upload_id order by upload_id limit $2',
  },
] as const;

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Wraps the data key of every sealed value and file by the newest key. Beside the live service: a value that is read meanwhile opens
 * before and after. What is done is told by the values themselves, so it may be stopped anywhere and begun again. Ends with a look
 * at everything: only when nothing is left may an old key go.
 */
export async function rotateKeys(rotation: Rotation): Promise<Rotated> {
  const { say } = rotation;
  let rewrapped = 0;
  let left = 0;
  for (const sealed of TABLES) {
    const { table, of } = sealed;
    const faults = await rotateTable(rotation, sealed, (count) => {
      rewrapped += count;
    });
    for (const id of faults) say(`${table}: the value of ${of} ${id} does not open`);
    const remaining = await countOld(rotation, table);
    say(`${table}: ${remaining === 0 ? 'every value is under the newest key' : `${remaining} are not`}`);
    left += Math.max(remaining, faults.length);
  }
  const files = await rotateFiles(rotation);
  say(
    `files: ${files.current + files.rewrapped} under the newest key${files.broken > 0 ? `, ${files.broken} do not open` : ''}`,
  );
  return { rewrapped: rewrapped + files.rewrapped, left: left + files.broken };
}

async function rotateTable(
  { database, values, say, batchSize = 200 }: Rotation,
  { table, id: column, context }: (typeof TABLES)[number],
  done: (count: number) => void,
): Promise<string[]> {
  const total = await countOld({ database, values }, table);
  const faults: string[] = [];
  let count = 0;
  for (let after = FIRST; ;) {
    const ids = await database.transaction(async (em) => {
      const rows = await em.execute<{ id: string; sealed: Uint8Array }[]>(
        `select ${column} as id, sealed from ${table} where ${column} > ?::uuid and substring(sealed from 1 for ${values.currentMark.length}) <> ?
         order by ${column} limit ? for update`,
        [after, values.currentMark, batchSize],
      );
      const wrapped = rows.flatMap(({ id, sealed }) => {
        try {
          return [{ id, sealed: `\\x${values.rewrap(sealed, `${context}:${id}`).toString('hex')}` }];
        } catch {
          faults.push(id);
          return [];
        }
      });
      await em.execute(
        `update ${table} t set sealed = w.sealed::bytea from jsonb_to_recordset(?::jsonb) as w (id uuid, sealed text) where t.${column} = w.id`,
        [JSON.stringify(wrapped)],
      );
      count += wrapped.length;
      done(wrapped.length);
      return rows.map(({ id }) => id);
    });
    const last = ids.at(-1);
    if (!last) return faults;
    say(`${table}: ${count} of ${total}`);
    after = last;
  }
}

async function countOld(
  { database, values }: Pick<Rotation, 'database' | 'values'>,
  table: string,
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `sealed-under-old-keys:${table}`,
    `select count(*) as count from ${table} where substring(sealed from 1 for ${values.currentMark.length}) <> $1`,
    [values.currentMark],
  );
  return row!.count;
}

async function rotateFiles(rotation: Rotation) {
  const counts = { current: 0, rewrapped: 0, missing: 0, broken: 0 };
  for (const files of FILES) await rotateFilesOf(rotation, files, counts);
  return counts;
}

async function rotateFilesOf(
  { database, files, filesDirectory, say, batchSize = 200 }: Rotation,
  { of, select }: (typeof FILES)[number],
  counts: Record<'current' | 'rewrapped' | 'missing' | 'broken', number>,
): Promise<void> {
  for (let after = FIRST; ;) {
    const rows = await database.query<{ id: string; keys: (string | null)[] }>(`files-after:${of}`, select, [
      after,
      batchSize,
    ]);
    for (const { id, keys } of rows)
      for (const key of keys) {
        if (key === null) continue;
        try {
          counts[await rewrapFile(filesDirectory, files, key)] += 1;
        } catch {
          counts.broken += 1;
          say(`files: a file of ${of} ${id} does not open`);
        }
      }
    const last = rows.at(-1);
    if (!last) return;
    say(`files: ${counts.current + counts.rewrapped} so far`);
    after = last.id;
  }
}
