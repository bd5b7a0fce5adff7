import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sealer } from '@lapor/sealing';
import { finishInbound, type InboundRow } from './repository.ts';
import { contentShape, type Content } from './state.ts';

interface Part {
  row: InboundRow;
  content: Content;
}

/**
 * Makes one message of an album: several photos that were sent as one and come in messages of their own. All files go to the first, with
 * the words of whichever has some; the others are done.
 */
export async function joinAlbum(
  em: EntityManager,
  sealer: Sealer,
  first: Part,
  others: readonly Part[],
  at: Date,
): Promise<Part> {
  const worded = [first, ...others].find(({ content }) => content.text !== '') ?? first;
  for (const { row } of others) {
    // Behind those that it has, of itself or of parts that came before.
    await em.execute(
      `update inbound_file set inbound_id = ?,
         ordinal = ordinal + 1 + (select coalesce(max(ordinal), -1) from inbound_file where inbound_id = ?)
       where inbound_id = ?`,
      [first.row.id, first.row.id, row.id],
    );
    await finishInbound(em, row.id, { state: 'DONE', reason: 'ALBUM', reportId: null, at });
  }
  const content = { ...first.content, text: worded.content.text, names: worded.content.names };
  const sealed = sealer.seal(JSON.stringify(contentShape.parse(content)), first.row.id);
  await em.execute('update inbound set sealed = ? where id = ?', [sealed, first.row.id]);
  return { row: { ...first.row, sealed }, content };
}
