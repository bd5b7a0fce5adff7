import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a file, hexadecimal: an import whose files have not changed can be skipped. */
export async function hashFile(path: string): Promise<string> {
  return contentHash(await readFile(path));
}
