import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import type { IncomingFile, ToldFile } from './state.ts';

/** A file of a message, and what became of it. */
export interface KeptFile {
  id: string;
  sealed: Buffer;
  attachmentId: string | null;
  refused: string | null;
  /** It still lies with the provider, which was asked for it so often. */
  isElsewhere: boolean;
  tries: number;
}

const shape = z.object({
  name: z.string(),
  content: z.base64().optional(),
  /** The provider's name of it. */
  handle: z.string().optional(),
});

const sealedOf = (sealer: Sealer, id: string, file: ToldFile): Buffer => {
  const { name } = file;
  const content = 'content' in file ? { content: file.content.toString('base64') } : {};
  const handle = 'handle' in file ? { handle: file.handle } : {};
  return sealer.seal(JSON.stringify({ name, ...content, ...handle }), id);
};

/** Keeps what came along with a message, sealed, in the transaction of the message. */
export async function insertFiles(
  em: EntityManager,
  sealer: Sealer,
  inboundId: string,
  files: readonly ToldFile[],
): Promise<void> {
  for (const [ordinal, file] of files.entries()) {
    const id = randomUUID();
    await em.execute(
      'insert into inbound_file (id, inbound_id, ordinal, sealed, is_elsewhere, refused) values (?, ?, ?, ?, ?, ?)',
      [
        id,
        inboundId,
        ordinal,
        sealedOf(sealer, id, file),
        'handle' in file,
        'refused' in file ? file.refused : null,
      ],
    );
  }
}

/** What is kept of a file: itself, or where it is had. @throws when the row was altered or moved. */
export function openFile(
  sealer: Sealer,
  { id, sealed }: Pick<KeptFile, 'id' | 'sealed'>,
): { name: string; content: Buffer | null; handle: string | null } {
  const { name, content, handle } = shape.parse(JSON.parse(sealer.open(sealed, id).toString()));
  return {
    name,
    content: content === undefined ? null : Buffer.from(content, 'base64'),
    handle: handle ?? null,
  };
}

/** What came along with a message, in its order. */
export function filesOf(database: Database, inboundId: string): Promise<KeptFile[]> {
  return database.query<KeptFile & Record<string, unknown>>(
    'inbound-files',
    `select id, sealed, attachment_id as "attachmentId", refused, is_elsewhere as "isElsewhere", tries
     from inbound_file where inbound_id = $1 order by ordinal`,
    [inboundId],
  );
}

/** Keeps a file that was fetched. Whoever is second keeps nothing. */
export async function keepFetched(
  database: Database,
  sealer: Sealer,
  id: string,
  file: IncomingFile,
): Promise<void> {
  await database.query(
    'inbound-file-fetched',
    'update inbound_file set sealed = $2, is_elsewhere = false where id = $1 and is_elsewhere',
    [id, sealedOf(sealer, id, file)],
  );
}

/** Notes that a file could not be had now. */
export async function noteTry(database: Database, id: string): Promise<void> {
  await database.query('inbound-file-try', 'update inbound_file set tries = tries + 1 where id = $1', [id]);
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
    'update inbound_file set attachment_id = $2, refused = $3, is_elsewhere = false where id = $1',
    [id, attachmentId, refused],
  );
}
