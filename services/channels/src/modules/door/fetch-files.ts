import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import { filesOf, keepFetched, noteFile, noteTry, openFile, type KeptFile } from './files.ts';
import type { Door } from './state.ts';

/** After so long a file is asked for again, some three hours in all; then a person reads the message. */
const WAITS_SECONDS = [10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 3_600] as const;
/** However long its provider wants to be left alone. */
const MOST_HOURS = 6;
/** Asked for so often in vain, its sender is told that it is waited for. */
export const TRIES_BEFORE_WORD = 3;

/** What became of the files of a message that lay elsewhere. */
export type FilesFetched =
  | { kind: 'ALL' }
  /** Some cannot be had now. */
  | { kind: 'LATER'; at: Date; tries: number }
  /** Some could not be had for so long that a person reads the message without them. */
  | { kind: 'MISSING'; names: string[] };

interface Deps {
  database: Database;
  sealer: Sealer;
}

/**
 * Fetches what came along with a message and lies with its provider, one after another. A file is stored as it is fetched, and never asked
 * for again then; what is fetched and not stored is fetched again.
 */
export async function fetchFiles(
  { database, sealer }: Deps,
  door: Pick<Door, 'fetchFile'>,
  message: { id: string; at: Date },
  now: Date,
  afterEach: () => Promise<unknown>,
): Promise<FilesFetched> {
  const files = (await filesOf(database, message.id)).filter(({ isElsewhere }) => isElsewhere);
  const isOver = now.getTime() - message.at.getTime() > MOST_HOURS * 3_600_000;
  const missing: string[] = [];
  let wait = 0;
  let tries = 0;
  for (const file of files) {
    const { name, handle } = openFile(sealer, file);
    // Nothing is given up that was never asked for.
    const isTriedOut = file.tries >= WAITS_SECONDS.length || (isOver && file.tries > 0);
    if (isTriedOut || handle === null || !door.fetchFile) {
      missing.push(name);
      continue;
    }
    const left = await fetchOne({ database, sealer }, door.fetchFile, file, { name, handle });
    await afterEach();
    if (isOver && left?.isResting) {
      missing.push(name);
      continue;
    }
    wait = Math.max(wait, left?.waitSeconds ?? 0);
    tries = Math.max(tries, left?.tries ?? 0);
  }
  if (wait > 0) return { kind: 'LATER', at: new Date(now.getTime() + wait * 1_000), tries };
  return missing.length > 0 ? { kind: 'MISSING', names: missing } : { kind: 'ALL' };
}

/** `null`: had, or never. */
async function fetchOne(
  { database, sealer }: Deps,
  fetchFile: NonNullable<Door['fetchFile']>,
  { id, tries }: KeptFile,
  { name, handle }: { name: string; handle: string },
): Promise<{ waitSeconds: number; tries: number; isResting?: true } | null> {
  const fetched = await fetchFile(handle);
  if (fetched.kind === 'HAD') {
    await keepFetched(database, sealer, id, { name, content: fetched.content });
    return null;
  }
  if (fetched.kind === 'NEVER') {
    await noteFile(database, id, { refused: fetched.reason });
    return null;
  }
  const rest = fetched.restSeconds ?? 0;
  if (fetched.isResting) return { waitSeconds: rest, tries, isResting: true };
  await noteTry(database, id);
  return { waitSeconds: Math.max(rest, WAITS_SECONDS[tries]!), tries: tries + 1 };
}
