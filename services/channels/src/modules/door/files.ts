import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import type { IncomingFile } from './state.ts';

/** A file of a message, and what became of it. */
export interface KeptFile {
  id: string;
  sealed: Buffer;
  attachmentId: string | null;
  refused: string | null;
}

const shape = z.object({ name: z.string(), content: z.base64() });

/** Keeps what came along with a message, sealed, in the transaction of the message. */
export async function insertFiles(
  em: EntityManager,
  sealer: Sealer,
  inboundId: string,
  files: readonly IncomingFile[],
): Promise<void> {
  for (const [ordinal, { name, content }] of files.entries()) {
    const id = randomUUID();
    const sealed = sealer.seal(JSON.stringify({ name, content: content.toString('base64') }), id);
    await em.execute('insert into inbound_file (id, inbound_id, ordinal, sealed) values (?, ?, ?, ?)', [
      id,
      inboundId,
      ordinal,
      sealed,
    ]);
  }
}

/** @throws when the row was altered or moved. */
export function openFile(sealer: Sealer, { id, sealed }: Pick<KeptFile, 'id' | 'sealed'>): IncomingFile {
  const { name, content } = shape.parse(JSON.parse(sealer.open(sealed, id).toString()));
  return { name, content: Buffer.from(content, 'base64') };
}

/** What came along with a message, in its order. */
export function filesOf(database: Database, inboundId: string): Promise<KeptFile[]> {
  return database.query<KeptFile & Record<string, unknown>>(
    'inbound-files',
    `select id, sealed, attachment_id as "attachmentId", refused from inbound_file where inbound_id = $1 order by ordinal`,
    [inboundId],
  );
}

/** Notes what became of a file: its id with the platform, or why it is not taken. */
export async function noteFile(
  database: Database,
  id: string,
  end: { attachmentId: string } | { refused: string },
): Promise<void> {
  const [attachmentId, refused] = 'refused' in end ? [null, end.refused] : [end.attachmentId, null];
  await database.query(
    'inbound-file-end',
    'update inbound_file set attachment_id = $2, refused = $3 where id = $1',
    [id, attachmentId, refused],
  );
}
