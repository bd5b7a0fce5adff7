/**
 * `pnpm bench:tree`: how long the picker's search and queries of the tree take through the graph (planner, in-process subgraph, GraphQL), as ratio
 * to the bare SQL: the very statements that the request made, prepared, one after the other on one connection. Full reference data, medians.
 * Prints only; nothing is kept.
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase, startTestServer } from '@lapor/database/testing';
import { readSupergraph } from '@lapor/graph/committed';
import { createLogger } from '@lapor/logging';
import { startGraph } from '@lapor/service-gateway';
import { startOrganisations } from '@lapor/service-organisations';
import { Client, Pool } from 'pg';
import { execute } from './checkout.ts';

const WARM_UP = 40;
const ROUNDS = 120;

/** What people type into the picker, letter by letter and with slips, and what the screens of the tree ask. */
const picker = `query ($filter: OrganisationFilter!) { organisations(filter: $filter, first: 8) {
  edges { node { id name acronym kind status isTemplate isStaffed ancestors { id name } region { code name } } } } }`;
const subtree = `query ($id: ID!) { organisations(filter: { withinId: $id }, first: 100) {
  edges { node { id name acronym kind status parent { id } ancestors { id name } childCount } } pageInfo { hasNextPage endCursor } } }`;
const children = `query ($id: ID!) { organisation(id: $id) { id name ancestors { id name }
  children(first: 100) { edges { node { id name acronym kind status isTemplate isStaffed childCount } } pageInfo { hasNextPage endCursor } } } }`;

const typed = [
  'dinas pend',
  'dinas pendidikan padang',
  'pupr bandung',
  'dukcapil kota pariaman',
  'kemenkes',
  'rsud sle',
  'satpol pp sura',
];
const mistyped = [
  'dinas pendidkan bandnug',
  'kementrian kesehtan',
  'pemkot padnag',
  'dinas perhubngan semrang',
];
const searchOf = (texts: readonly string[]) => texts.map((search) => ({ filter: { search } }));

const operations: readonly { name: string; query: string; variables: readonly object[] }[] = [
  { name: 'picker search', query: picker, variables: searchOf(typed) },
  { name: 'picker search, mistyped', query: picker, variables: searchOf(mistyped) },
  { name: 'picker search, "dinas"', query: picker, variables: searchOf(['dinas']) },
  {
    name: 'subtree of a government',
    query: subtree,
    variables: ['pemkot-13-71', 'pemkab-13-02', 'pemprov-32', 'kemenkeu'].map((id) => ({ id })),
  },
  {
    name: 'children with counts',
    query: children,
    variables: ['pemkot-13-71', 'pemprov-32', 'kemenkeu', 'pemprov-13'].map((id) => ({ id })),
  },
];

type Statement = { name: string; text: string; values: unknown[] };

/** Statements of the present request, as the service's own pool runs them. */
let recorded: Statement[] | undefined;

function recordStatements(): void {
  const query = Pool.prototype.query as (...args: unknown[]) => unknown;
  Pool.prototype.query = function (this: Pool, ...args: unknown[]) {
    const [statement] = args as [Statement];
    if (recorded && typeof statement === 'object') recorded.push(statement);
    return query.apply(this, args);
  } as typeof Pool.prototype.query;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function main(): Promise<void> {
  const commit = (await execute('git', ['rev-parse', '--short', 'HEAD'])).output.trim();
  recordStatements();
  await using stack = new AsyncDisposableStack();
  const server = await startTestServer();
  stack.defer(async () => {
    if (!server.reused) await server.stop();
  });
  process.env.TEST_DATABASE_URL ??= server.url;
  const shared = stack.use(await createSharedDatabase(['organisations']));
  const folder = await mkdtemp(join(tmpdir(), 'bench-tree-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const logger = createLogger('organisations', 'silent');
  const service = stack.use(
    await startOrganisations({
      databaseUrl: shared.urls.organisations,
      organisationsSecret: 'only-for-this-benchmark-'.repeat(2),
      filesDirectory: folder,
      clock: systemClock,
      logger,
    }),
  );
  const elsewhere = { kind: 'remote', url: 'http://127.0.0.1:9/graphql' } as const;
  const graph = await startGraph({
    supergraphSdl: await readSupergraph(),
    subgraphs: {
      organisations: { kind: 'local', subgraph: service.subgraph! },
      reports: elsewhere,
      sla: elsewhere,
    },
    logger,
    timeoutMilliseconds: 10_000,
  });
  stack.defer(() => graph.stop());
  const client = new Client({
    connectionString: shared.urls.organisations,
    options: '-c search_path=organisations,public -c timezone=UTC',
  });
  await client.connect();
  stack.defer(() => client.end());
  const { rows } = await client.query<{ count: string }>('select count(*) from organisation');
  console.log(
    `Commit ${commit}, ${cpus().length} cores, ${rows[0]!.count} organisations; medians of ${ROUNDS} in milliseconds`,
  );

  for (const { name, query, variables } of operations) {
    const ask = async (index: number) => {
      const { errors } = await graph.run(
        { query, variables: variables[index % variables.length]! as Record<string, unknown> },
        {
          viewer: { kind: 'public', posts: [], reportGrants: [] },
          requestId: 'bench',
          subgraphContexts: new Map(),
          unavailable: new Set(),
          deadline: performance.now() + 60_000,
          viewerToken: async () => '',
          count: { fetches: 0 },
          isPatient: true,
        },
      );
      if (errors.length > 0) throw new Error(errors[0]!.message);
    };
    const statements: Statement[][] = [];
    for (const index of variables.keys()) {
      recorded = [];
      await ask(index);
      statements.push(recorded);
      recorded = undefined;
    }
    const bare = async (index: number) => {
      for (const statement of statements[index % statements.length]!) await client.query(statement);
    };
    for (let round = 0; round < WARM_UP; round += 1) {
      await ask(round);
      await bare(round);
    }
    const [graphTimes, sqlTimes]: [number[], number[]] = [[], []];
    // Turn about, so that both meet the same machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      graphTimes.push(await timed(() => ask(round)));
      sqlTimes.push(await timed(() => bare(round)));
    }
    const [byGraph, bySql] = [median(graphTimes), median(sqlTimes)];
    const counts = [...new Set(statements.map((made) => made.length))].sort();
    console.log(
      `${name.padEnd(26)} graph ${byGraph.toFixed(2).padStart(7)}  SQL ${bySql.toFixed(2).padStart(7)}  ratio ${(byGraph / bySql).toFixed(2).padStart(5)}×  ${counts.join('–')} statements`,
    );
  }
}

await main();
