import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { graphDirectory } from './committed.ts';
import { composeGraph, unlistedHints } from './compose.ts';
import { findUndescribed } from './descriptions.ts';
import type { AllowedHint } from './hints.ts';
import { printSubgraph } from './print-subgraph.ts';

export interface GraphSources {
  /** Built subgraph schemas by service name. */
  schemas: Readonly<Record<string, GraphQLSchema>>;
  /** Default: this package. */
  directory?: string;
  allowedHints?: readonly AllowedHint[];
}

function renderGraph({ schemas }: GraphSources) {
  const subgraphs = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, printSubgraph(schema)]),
  );
  const composed = composeGraph(subgraphs);
  const files = new Map([
    ...Object.entries(subgraphs).map(([name, sdl]) => [join('subgraphs', `${name}.graphql`), sdl] as const),
    ['supergraph.graphql', composed.supergraph],
    ['api.graphql', composed.api],
  ]);
  return { files, composed };
}

/**
 * Writes `subgraphs/<name>.graphql`, `supergraph.graphql` and `api.graphql`; a subgraph that no longer exists is removed.
 * @returns the paths, relative to the directory.
 * @throws CompositionError when the subgraphs do not compose.
 */
export async function writeGraph(sources: GraphSources): Promise<string[]> {
  const directory = sources.directory ?? graphDirectory;
  const { files } = renderGraph(sources);
  for (const [path, text] of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  for (const path of await surplus(directory, files)) await rm(join(directory, path));
  return [...files.keys()];
}

/** What is wrong with the committed graph, one line each: stale files, unlisted hints, fields without description. */
export async function checkGraph(sources: GraphSources): Promise<string[]> {
  const directory = sources.directory ?? graphDirectory;
  let rendered: ReturnType<typeof renderGraph>;
  try {
    rendered = renderGraph(sources);
  } catch (error) {
    return [(error as Error).message];
  }
  const faults: string[] = [];
  for (const [path, text] of rendered.files) {
    const committed = await readFile(join(directory, path), 'utf8').catch(() => null);
    if (committed === null) faults.push(`${path} is missing`);
    else if (committed !== text) faults.push(`${path} is stale (${firstDifference(committed, text)})`);
  }
  for (const path of await surplus(directory, rendered.files))
    faults.push(`${path} belongs to no subgraph any more`);
  for (const hint of unlistedHints(rendered.composed.hints, sources.allowedHints)) {
    faults.push(`${hint.code} ${hint.coordinate}: ${hint.message} (mend it, or list it with its reason)`);
  }
  for (const coordinate of findUndescribed(buildSchema(rendered.composed.api)))
    faults.push(`${coordinate} has no description`);
  return faults;
}

async function surplus(directory: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const present = await readdir(join(directory, 'subgraphs')).catch(() => []);
  return present
    .map((name) => join('subgraphs', name))
    .filter((path) => path.endsWith('.graphql') && !files.has(path));
}

function firstDifference(committed: string, fresh: string): string {
  const a = committed.split('\n');
  const b = fresh.split('\n');
  const line = b.findIndex((text, index) => text !== a[index]);
  return `first at line ${(line < 0 ? b.length : line) + 1}`;
}
