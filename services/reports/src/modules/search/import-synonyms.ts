import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Database } from '@lapor/database';
import { hashFile, readRows, requiredText, type RowFault } from '@lapor/reference-data';
import { noteImport, noteRefusedImport } from '../reference-import/index.ts';
import { wordsOf } from './words.ts';

const schema = z.object({ meaning: requiredText, term: requiredText });
const FILE = fileURLToPath(new URL('../../../data/synonyms.csv', import.meta.url));

/** What an import did; a file with faults changes nothing. */
export type SynonymImport =
  | { file: string; outcome: 'unchanged' }
  | { file: string; outcome: 'imported'; written: number }
  | { file: string; outcome: 'refused'; faults: RowFault[] };

/** Brings the synonyms to what `synonyms.csv` says: terms of one meaning find each other. An unchanged file costs one look. */
export async function importSynonyms(database: Database, now: Date, path = FILE): Promise<SynonymImport> {
  const file = 'synonyms.csv';
  const hash = await hashFile(path);
  const [known] = await database.query<{ content_hash: string }>(
    'imported-file',
    'select content_hash from imported_file where name = $1',
    [file],
  );
  if (known?.content_hash === hash) return { file, outcome: 'unchanged' };
  const read = await readRows({ path, schema });
  if (!read.ok) {
    await noteRefusedImport(database, { file, contentHash: hash, at: now, faults: read.faults });
    return { file, outcome: 'refused', faults: read.faults };
  }
  const terms = new Map(
    read.value.rows.map(({ meaning, term }) => {
      const words = wordsOf(term).join(' ');
      return [`${meaning} ${words}`, { meaning, term: words }];
    }),
  );
  await database.transaction(async (em) => {
    await em.execute('delete from search_synonym');
    await em.execute(
      `insert into search_synonym (term, meaning, query)
       select term, meaning, phraseto_tsquery('indonesian', term)::text from jsonb_to_recordset(?::jsonb) as s (term text, meaning text)`,
      [JSON.stringify([...terms.values()])],
    );
    await em.execute(
      `insert into imported_file (name, content_hash, imported_at) values (?, ?, ?)
       on conflict (name) do update set content_hash = excluded.content_hash, imported_at = excluded.imported_at`,
      [file, hash, now.toISOString()],
    );
    await noteImport(em, { file, contentHash: hash, at: now, counts: { written: terms.size } });
  });
  return { file, outcome: 'imported', written: terms.size };
}
