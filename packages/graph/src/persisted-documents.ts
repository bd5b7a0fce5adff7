import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { collectDocuments } from './collect-documents.ts';
import { graphDirectory } from './committed.ts';

export interface PersistedSources {
  /** Source folder of each application by its name (`web-citizen` → `/…/web-citizen/src`). */
  applications: Readonly<Record<string, string>>;
  /** Default: this package. Documents are held against its `api.graphql`. */
  directory?: string;
}

async function render({ applications, directory = graphDirectory }: PersistedSources) {
  const api = buildSchema(await readFile(join(directory, 'api.graphql'), 'utf8'));
  const files = new Map<string, string>();
  for (const [application, source] of Object.entries(applications)) {
    const documents = await collectDocuments(source, api);
    files.set(
      join('persisted', `${application}.json`),
      `${JSON.stringify(Object.fromEntries(documents.map(({ hash, text }) => [hash, text])), null, 2)}\n`,
    );
  }
  return files;
}

/** Writes `persisted/<application>.json` (SHA-256 → text); returns the paths. @throws naming invalid documents. */
export async function writePersistedDocuments(sources: PersistedSources): Promise<string[]> {
  const directory = sources.directory ?? graphDirectory;
  const files = await render(sources);
  await mkdir(join(directory, 'persisted'), { recursive: true });
  for (const [path, text] of files) await writeFile(join(directory, path), text);
  return [...files.keys()];
}

/** What is wrong with the committed persisted documents, one line each. */
export async function checkPersistedDocuments(sources: PersistedSources): Promise<string[]> {
  const directory = sources.directory ?? graphDirectory;
  try {
    const faults: string[] = [];
    for (const [path, text] of await render(sources)) {
      const committed = await readFile(join(directory, path), 'utf8').catch(() => null);
      if (committed === null) faults.push(`${path} is missing`);
      else if (committed !== text) faults.push(`${path} is stale`);
    }
    return faults;
  } catch (error) {
    return [(error as Error).message];
  }
}
