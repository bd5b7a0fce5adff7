import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;

/** What `web-citizen/scripts/bundle-size.mjs` counts besides the page: paths of the scripts and styles that filing a report needs. */
export async function filesToFile(): Promise<ReadonlySet<string>> {
  const path = join(import.meta.dirname, '../../web-citizen/dist/.vite/manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const files = new Set<string>();
  const follow = (key: string) => {
    const { file, css = [], imports = [] } = manifest[key]!;
    if (files.has(`/${file}`)) return;
    for (const each of [file, ...css]) files.add(`/${each}`);
    imports.forEach(follow);
  };
  ['index.html', 'src/routes/filing.ts'].forEach(follow);
  return files;
}
