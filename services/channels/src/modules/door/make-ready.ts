import { joinAlbum } from './album.ts';
import { answerAt } from './answer-at.ts';
import { fetchFiles, TRIES_BEFORE_WORD } from './fetch-files.ts';
import { postpone, unreadOf, type InboundRow, type Sender } from './repository.ts';
import { contentShape, type Content, type Door } from './state.ts';
import type { WorkDeps } from './work-off.ts';

/** A message that can be read now, one that waits for its files, or one that is left to a person without them. */
export type Ready =
  | { kind: 'READY'; row: InboundRow }
  | { kind: 'LATER'; at: Date }
  | { kind: 'MISSING'; row: InboundRow; names: string[] };

/** Brings together what belongs to a message before it is read: the rest of its album, and its files from where they lie. */
export async function makeReady(
  deps: WorkDeps,
  door: Door,
  sender: Sender,
  row: InboundRow,
  keepAwake: () => Promise<unknown>,
): Promise<Ready> {
  const { database, sealer, clock } = deps;
  const content = contentOf(sealer, row);
  if (!content) return { kind: 'READY', row };
  const whole = await joined(deps, sender, { row, content });
  const message = { id: row.id, at: new Date(row.receivedAt) };
  const fetched = await fetchFiles({ database, sealer }, door, message, clock.now(), keepAwake);
  if (fetched.kind === 'ALL') return { kind: 'READY', row: whole };
  if (fetched.kind === 'MISSING') return { kind: 'MISSING', row: whole, names: fetched.names };
  await postpone(database, row.id, fetched.at);
  if (fetched.tries === TRIES_BEFORE_WORD && door.filesLater !== undefined) {
    const { filesLater } = door;
    // Told once: a second answer of one name changes nothing.
    await database.transaction((em) =>
      answerAt(deps, em, door, `later-${row.id}`, content.address, filesLater),
    );
  }
  return { kind: 'LATER', at: fetched.at };
}

async function joined(
  { database, sealer, clock }: WorkDeps,
  sender: Sender,
  first: { row: InboundRow; content: Content },
): Promise<InboundRow> {
  const album = first.content.names?.album ?? null;
  if (album === null) return first.row;
  const others = (await unreadOf(database, sender)).flatMap((row) => {
    const content = row.id === first.row.id ? null : contentOf(sealer, row);
    return content?.names?.album === album ? [{ row, content }] : [];
  });
  if (others.length === 0) return first.row;
  const { row } = await database.transaction((em) => joinAlbum(em, sealer, first, others, clock.now()));
  return row;
}

/** `null`: it was altered, moved, or sealed with another key. */
export function contentOf(
  sealer: WorkDeps['sealer'],
  { id, sealed }: Pick<InboundRow, 'id' | 'sealed'>,
): Content | null {
  try {
    return contentShape.parse(JSON.parse(sealer.open(sealed!, id).toString()));
  } catch {
    return null;
  }
}
