import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const COMPRESSIBLE = '**/*.{js,css,svg,json,webmanifest,txt,xml,wasm}';
/** Below this the headers outweigh what is won. */
const WORTH_BYTES = 600;

/**
 * Writes a `.br` and a `.gz` beside every file of a built application that becomes smaller by it; the gateway sends
 * them to clients that read them. Files that are up to date are left alone.
 * @returns the number of files written.
 */
export async function compressDirectory(directory: string): Promise<number> {
  let written = 0;
  for await (const name of glob(COMPRESSIBLE, { cwd: directory })) {
    const path = join(directory, name);
    const { mtimeMs, size } = await stat(path);
    if (size < WORTH_BYTES) continue;
    const bytes = await readFile(path);
    const forms = [
      ['.br', () => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })],
      ['.gz', () => zip(bytes, { level: 9 })],
    ] as const;
    for (const [ending, compress] of forms) {
      const earlier = await stat(path + ending).catch(() => null);
      if (earlier && earlier.mtimeMs >= mtimeMs) continue;
      const smaller = await compress();
      if (smaller.length >= size) continue;
      await writeFile(path + ending, smaller);
      written++;
    }
  }
  return written;
}
