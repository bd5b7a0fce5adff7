import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ENVELOPE_MARK_BYTES, type Envelope } from '@lapor/sealing';
import { isBucket, openDisk } from './file-store.ts';

export type Rewrapped = 'current' | 'rewrapped' | 'missing';

/**
 * Wraps the data key of one file in a folder or bucket anew, if an older key wraps it. The file is replaced as a whole or not at all: a
 * process that dies in between leaves the old one.
 * @throws when the file does not open.
 */
export const rewrapFile = (place: string, envelope: Envelope, key: string): Promise<Rewrapped> =>
  isBucket(place) ? rewrapInBucket(place, envelope, key) : rewrapInFolder(place, envelope, key);

async function rewrapInBucket(place: string, envelope: Envelope, key: string): Promise<Rewrapped> {
  const disk = await openDisk(place);
  if (!(await disk.exists(key))) return 'missing';
  const sealed = await disk.getBytes(key);
  if (envelope.isCurrent(sealed)) return 'current';
  await disk.put(key, envelope.rewrap(sealed, `file:${key}`));
  return 'rewrapped';
}

async function rewrapInFolder(directory: string, envelope: Envelope, key: string): Promise<Rewrapped> {
  const path = join(directory, key);
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return 'missing';
  try {
    const mark = Buffer.alloc(ENVELOPE_MARK_BYTES);
    await file.read(mark, 0, mark.length, 0);
    if (envelope.isCurrent(mark)) return 'current';
  } finally {
    await file.close();
  }
  const next = await open(`${path}.rewrapped`, 'w', 0o600);
  try {
    await next.writeFile(envelope.rewrap(await readFile(path), `file:${key}`));
    await next.sync();
  } finally {
    await next.close();
  }
  await rename(`${path}.rewrapped`, path);
  return 'rewrapped';
}
