import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, provision } from '@lapor/database';
import { startEmbeddedPostgres } from '@lapor/database/embedded';
import { migrations } from '../../../services/sla/migrations/index.ts';
import { generateFigures } from './bench-figures/facts.ts';
import { TABLES } from './bench-figures/tables.ts';
import { withAdmin } from './bench/bench-database.ts';
import { startChild } from './bench/child.ts';
import { secondsOf } from './bench/processor-time.ts';
import { DATABASE_PASSWORD, FOLDER } from './bench/settings.ts';

// `pnpm bench:figures [reports]`: each standard table through gateway and subgraph, against the best statement by hand over the same
// tables of figures behind node:http, and against a GROUP BY over all reports. Processor time of the server and of PostgreSQL, in one run.

const PORTS = { database: 15_641, platform: 23_442, bare: 23_443 };
const REPORTS = Number(process.argv[2] ?? 1_000_000);
/** What promises.md allows. */
const MOST_TIMES = 5;
const say = (text: string) => void process.stdout.write(`${text}\n`);

const server = await startEmbeddedPostgres({
  dataDirectory: join(FOLDER, 'figures-postgres'),
  password: DATABASE_PASSWORD,
  port: PORTS.database,
  settings: {
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    synchronous_commit: 'off',
    autovacuum: 'off',
    jit: 'off',
  },
});
await using ends = new AsyncDisposableStack();
ends.defer(() => server.stop());
const databaseUrl = await prepare();
const { pid: postgres } = await withAdmin(server.url, async (client) => ({
  pid: await parentOf((await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid),
}));
await using platform = await startChild('figures-servers', {
  databaseUrl,
  port: PORTS.platform,
  kind: 'platform',
});
await using bare = await startChild('figures-servers', { databaseUrl, port: PORTS.bare, kind: 'bare' });

say(
  `Standard tables over ${REPORTS} reports; milliseconds of processor time for each request (server and PostgreSQL), p50 in brackets`,
);
say('| Table | rows | by hand | platform | ratio | live GROUP BY | live ÷ platform |');
say('| --- | --- | --- | --- | --- | --- | --- |');
// The first thousand requests of a process are compiled rather than served.
for (let count = 0; count < 150; count++)
  for (const { document } of TABLES) await (await askPlatform(document)).text();
let worst = 0;
for (const [index, table] of TABLES.entries()) {
  const ask = () => askPlatform(table.document);
  const byHand = () => fetch(`http://127.0.0.1:${PORTS.bare}/byHand/${index}`);
  const live = () => fetch(`http://127.0.0.1:${PORTS.bare}/live/${index}`);
  const rows = await expectSame(await answerOf(ask), await answerOf(byHand), table.name);
  const [a, b, c] = [
    await measure(byHand, bare.pid, 300),
    await measure(ask, platform.pid, 300),
    await measure(live, bare.pid, 5),
  ];
  worst = Math.max(worst, b.cpu / a.cpu);
  const cell = ({ cpu, p50 }: Measured) => `${cpu.toFixed(2)} (${p50.toFixed(1)})`;
  say(
    `| ${table.name} | ${rows} | ${cell(a)} | ${cell(b)} | ${(b.cpu / a.cpu).toFixed(1)}× | ${cell(c)} | ${(c.cpu / b.cpu).toFixed(1)}× |`,
  );
}
say(`The worst ratio is ${worst.toFixed(1)}×; promised at first: ${MOST_TIMES}×`);
if (worst > MOST_TIMES) process.exitCode = 1;

function askPlatform(query: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${PORTS.platform}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lapor-client': 'bench', cookie: 'bench' },
    body: JSON.stringify({ query }),
  });
}

interface Measured {
  cpu: number;
  p50: number;
}

/** One request at a time, after a warm-up: what a request costs, not how many wait. */
async function measure(ask: () => Promise<Response>, pid: number, times: number): Promise<Measured> {
  for (let count = 0; count < Math.ceil(times / 3); count++) await (await ask()).text();
  const spent = async () => (await secondsOf(pid)) + (await secondsOf(postgres));
  const before = await spent();
  const durations: number[] = [];
  for (let count = 0; count < times; count++) {
    const from = performance.now();
    await (await ask()).text();
    durations.push(performance.now() - from);
  }
  const cpu = (((await spent()) - before) * 1_000) / times;
  return { cpu, p50: durations.toSorted((x, y) => x - y)[Math.floor(times / 2)]! };
}

type Row = { node: { key: string; figures: Record<string, number | null> } };
async function answerOf(ask: () => Promise<Response>): Promise<Row[]> {
  const body = (await (await ask()).json()) as {
    data?: { reportFigures: { edges: Row[] } };
    errors?: { message: string }[];
  };
  if (!body.data?.reportFigures) throw new Error(body.errors?.[0]?.message ?? 'No answer');
  return body.data.reportFigures.edges;
}

/** Whoever is compared has to say the same. */
async function expectSame(platformRows: Row[], handRows: Row[], name: string): Promise<number> {
  const text = (rows: Row[]) =>
    JSON.stringify(
      rows
        .map(({ node }) => [
          node.key,
          node.figures.received,
          node.figures.completed,
          node.figures.followUpRate,
        ])
        .toSorted(),
    );
  // Rows with as many reports may stand in another order, and one of them fall off the page.
  if (
    platformRows.length !== handRows.length ||
    (platformRows.length < 100 && text(platformRows) !== text(handRows))
  )
    throw new Error(`${name}: the answers differ`);
  return platformRows.length;
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** The database of this size; generated when it is not there. */
async function prepare(): Promise<string> {
  // Another name than that of earlier benches, whose databases lack the tables of steps.
  const name = `figures_with_steps_${REPORTS}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const isThere = await withAdmin(server.url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${name}`);
    return Boolean(rowCount);
  });
  const { sla } = await provision(url.href, ['sla'], DATABASE_PASSWORD);
  if (isThere) return sla.url;
  say(`Generating ${REPORTS} reports …`);
  const database = await openDatabase({
    url: sla.url,
    schema: 'sla',
    entities: [],
    migrations,
    isUnhurried: true,
  });
  try {
    await database.migrate();
    await database.pool.query(
      `insert into organisation (id, path, kind, version) select 'pemda-' || i, array['pemda-' || i], 'CITY', 1 from generate_series(0, 549) i`,
    );
    await generateFigures(database, REPORTS, say);
  } catch (error) {
    await database.close();
    await withAdmin(server.url, (client) => client.query(`drop database ${name} with (force)`));
    throw error;
  }
  await database.close();
  return sla.url;
}
