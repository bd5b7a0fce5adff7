import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeGraph, writePersistedDocuments } from '@lapor/graph';
import { subgraphSchemas } from '@lapor/platform/schemas';
import { checkout } from './checkout.ts';
import { renderGraphqlEnvironments } from './graphql-environments.ts';
import { documentFolders } from './generated-check.ts';

/** Writes everything that is generated and committed, in the order in which one needs the other; returns the paths. */
export async function generate(): Promise<string[]> {
  const graph = await writeGraph({ schemas: subgraphSchemas() });
  const environments = await renderGraphqlEnvironments();
  for (const [path, text] of environments) await writeFile(join(checkout, path), text);
  const documents = await writePersistedDocuments({ applications: documentFolders() });
  return [...[...graph, ...documents].map((path) => join('packages/graph', path)), ...environments.keys()];
}
