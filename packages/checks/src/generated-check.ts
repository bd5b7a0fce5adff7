import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkGraph, checkPersistedDocuments } from '@lapor/graph';
import { subgraphSchemas } from '@lapor/platform/schemas';
import { APPLICATIONS } from './applications.ts';
import { checkout } from './checkout.ts';
import { renderGraphqlEnvironments } from './graphql-environments.ts';

/** Whether what is generated and committed is what the sources give: graph, persisted documents, types of the applications' documents. */
export async function checkGenerated(): Promise<string> {
  const faults = await checkGraph({ schemas: subgraphSchemas() });
  faults.push(...(await checkPersistedDocuments({ applications: documentFolders() })));
  for (const [path, text] of await renderGraphqlEnvironments()) {
    const committed = await readFile(join(checkout, path), 'utf8').catch(() => null);
    if (committed !== text) faults.push(`${path} is stale`);
  }
  return faults.length > 0 ? `${faults.join('\n')}\nMend: pnpm generate` : '';
}

/** Where documents stand: each application's own, those that both consoles share, and those of the doors. */
export const documentFolders = (): Record<string, string> =>
  Object.fromEntries([
    ...APPLICATIONS.map((name) => [name, join(checkout, name, 'src')]),
    ['staff', join(checkout, 'packages/staff/src')],
    ['channels', join(checkout, 'services/channels/src')],
  ]);
