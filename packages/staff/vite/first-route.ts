import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the Vite manifest. */
interface Chunk {
  file: string;
  isEntry?: boolean;
  css?: string[];
  imports?: string[];
}

export interface FirstRoute {
  files: { name: string; gzipBytes: number }[];
  gzipBytes: number;
}

/**
 * What a browser must load before the first route works: the page, the entry, the routes named by `sources`
 * (paths in the manifest), and everything these import, each compressed with gzip.
 */
export async function measureFirstRoute(dist: string, sources: readonly string[]): Promise<FirstRoute> {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const wanted = new Set(['index.html']);
  const seen = new Set<string>();

  function visit(key: string) {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`Not in the manifest: ${key}`);
    wanted.add(chunk.file);
    for (const css of chunk.css ?? []) wanted.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  }

  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  for (const source of sources) visit(source);

  const files = await Promise.all(
    [...wanted].map(async (name) => ({
      name,
      gzipBytes: gzipSync(await readFile(join(dist, name)), { level: 9 }).length,
    })),
  );
  files.sort((a, b) => b.gzipBytes - a.gzipBytes);
  return { files, gzipBytes: files.reduce((sum, file) => sum + file.gzipBytes, 0) };
}
