import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { checkout, execute } from './checkout.ts';

/** Where documents are typed against the graph: folder → file that gql.tada writes. */
const TYPED = { 'packages/staff': 'src/graphql-env.d.ts', 'web-citizen': 'src/graphql-env.d.ts' } as const;

/** What gql.tada makes of the present `api.graphql`: path in the checkout → text. */
export async function renderGraphqlEnvironments(): Promise<Map<string, string>> {
  const rendered = new Map<string, string>();
  const scratch = await mkdtemp(join(tmpdir(), 'graphql-environment-'));
  try {
    for (const [folder, file] of Object.entries(TYPED)) {
      const target = join(scratch, 'graphql-env.d.ts');
      const { code, output } = await execute(
        join(checkout, folder, 'node_modules/.bin/gql.tada'),
        ['generate-output', '--output', target],
        { cwd: join(checkout, folder) },
      );
      if (code !== 0) throw new Error(`gql.tada failed in ${folder}:\n${output}`);
      // The tool writes where the schema lies relative to its output.
      const text = (await readFile(target, 'utf8')).replaceAll(
        relative(scratch, checkout),
        relative(join(checkout, folder, 'src'), checkout),
      );
      rendered.set(join(folder, file), text);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return rendered;
}
