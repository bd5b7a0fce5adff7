import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Apart from the rest so that a gateway that only reads the files does not load the composer.

/** Where the committed files of the graph stand. */
export const graphDirectory = fileURLToPath(new URL('..', import.meta.url));

/** The documents of all applications, SHA-256 → text, for the gateway. */
export async function readPersistedDocuments(directory = graphDirectory): Promise<Record<string, string>> {
  const folder = join(directory, 'persisted');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const tables = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, string>,
    ),
  );
  return Object.assign({}, ...tables) as Record<string, string>;
}

/** The committed supergraph, for the gateway. */
export const readSupergraph = (directory = graphDirectory): Promise<string> =>
  readFile(join(directory, 'supergraph.graphql'), 'utf8');
