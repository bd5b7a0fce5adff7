import { createHash } from 'node:crypto';
import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { systemClock } from '@lapor/clock';
import { provision } from '@lapor/database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@lapor/database/embedded';
import { SERVICES, startServices, type ServiceName } from '@lapor/platform';
import { checkout } from '../checkout.ts';
import { generateReports } from './generate.ts';
import {
  DATABASE_PASSWORD,
  FOLDER,
  OFFICER_PASSWORD,
  OFFICER_TOTP_SECRET,
  OFFICERS,
  officerMail,
  PORTS,
  SECRETS,
} from './settings.ts';

/** A database of the benchmark's own: a copy of what was generated, gone when it is disposed. */
export interface BenchDatabase extends AsyncDisposable {
  name: string;
  adminUrl: string;
  urls: Record<ServiceName, string>;
}

/** Starts the benchmark's own server: durable as in production; nothing tidies up while it measures. */
export const startBenchServer = (): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataDirectory: join(FOLDER, 'postgres'),
    password: DATABASE_PASSWORD,
    port: PORTS.database,
    settings: {
      shared_buffers: '512MB',
      max_wal_size: '4GB',
      shared_preload_libraries: 'pg_stat_statements',
      autovacuum: 'off',
      jit: 'off',
    },
  });

/** Copies the generated database; generates it first when there is none of this size that fits the migrations and the generator. */
export async function openBenchDatabase(
  server: EmbeddedPostgres,
  reports: number,
  say: (text: string) => void,
): Promise<BenchDatabase> {
  const source = `bench_${reports}_${await fingerprint()}`;
  const name = 'bench_run';
  await withAdmin(server.url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [source]);
    if (rowCount) say(`Reports: ${source} is there`);
    else await generate(server, source, reports, say);
    await client.query(`create database ${name} template ${escapeIdentifier(source)}`);
  });
  const adminUrl = urlOf(server, name);
  const provisioned = await provision(adminUrl, SERVICES, DATABASE_PASSWORD);
  return {
    name,
    adminUrl,
    urls: urlsOf(provisioned),
    [Symbol.asyncDispose]: () =>
      withAdmin(
        server.url,
        async (client) => void (await client.query(`drop database ${name} with (force)`)),
      ),
  };
}

/** Built under another name: what was cut off is never taken for whole. Older ones of the same size go. */
async function generate(
  server: EmbeddedPostgres,
  name: string,
  reports: number,
  say: (text: string) => void,
): Promise<void> {
  const from = performance.now();
  say(`Reports: generating ${reports} …`);
  const building = 'bench_building';
  await withAdmin(server.url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname = $1 or datname like $2`,
      [building, `bench_${reports}\\_%`],
    );
    for (const { datname } of rows)
      await client.query(`drop database ${escapeIdentifier(datname)} with (force)`);
    await client.query(`create database ${building}`);
  });
  const adminUrl = urlOf(server, building);
  const provisioned = await provision(adminUrl, SERVICES, DATABASE_PASSWORD);
  await importReferenceData(urlsOf(provisioned));
  say(`  tables and reference data in ${((performance.now() - from) / 1_000).toFixed(1)} s`);
  await generateReports(adminUrl, reports, say);
  await addOfficers(adminUrl, urlsOf(provisioned));
  await withAdmin(server.url, async (client) => {
    await client.query(`alter database ${building} rename to ${escapeIdentifier(name)}`);
    await client.query('checkpoint');
  });
  say(`  all in ${((performance.now() - from) / 1_000).toFixed(1)} s`);
}

const services = (urls: Record<ServiceName, string>) =>
  startServices({
    urls,
    secrets: SECRETS,
    filesDirectory: join(FOLDER, 'files'),
    publicUrl: `http://127.0.0.1:${PORTS.platform}`,
    production: false,
    mailFrom: 'LAPOR! <lapor@localhost>',
    clock: systemClock,
    logLevel: 'error',
  });

async function importReferenceData(urls: Record<ServiceName, string>): Promise<void> {
  await rm(join(FOLDER, 'files'), { recursive: true, force: true });
  await using running = await services(urls);
  await running.settle();
}

/** An officer with a second factor in each of the busiest inboxes. */
async function addOfficers(adminUrl: string, urls: Record<ServiceName, string>): Promise<void> {
  const organisations = await withAdmin(adminUrl, async (client) =>
    (
      await client.query<{ id: string }>(
        `select organisation_id as id from reports.inbox_entry where bucket = 'WAITING_FOR_US' group by 1 order by count(*) desc, 1 limit $1`,
        [OFFICERS],
      )
    ).rows.map(({ id }) => id),
  );
  await using running = await services(urls);
  await running.organisations.seedOfficers(
    organisations.map((organisationId, index) => ({
      id: `bench-officer-${index}`,
      name: `Petugas ${index}`,
      email: officerMail(index),
      posts: [{ role: 'AGENCY_ADMIN', organisationId }],
    })),
  );
  for (const index of organisations.keys())
    await running.identity.registerOfficerAccount({
      id: `bench-officer-${index}`,
      name: `Petugas ${index}`,
      email: officerMail(index),
      password: OFFICER_PASSWORD,
      totpSecret: OFFICER_TOTP_SECRET,
    });
  await running.settle();
}

/** Of all that decides how the generated database looks: migrations, reference data, the generator. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const names: string[] = [];
  for (const pattern of [
    'services/*/migrations/*.ts',
    'data/**/*.csv',
    'packages/checks/src/bench/{generate,due-days,bench-database}.ts',
  ])
    for await (const name of glob(pattern, { cwd: checkout })) names.push(name);
  for (const name of names.sort()) hash.update(name).update(await readFile(join(checkout, name)));
  return hash.digest('hex').slice(0, 12);
}

const urlsOf = (provisioned: Record<ServiceName, { url: string }>) =>
  Object.fromEntries(SERVICES.map((name) => [name, provisioned[name].url])) as Record<ServiceName, string>;

function urlOf(server: EmbeddedPostgres, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs work on a connection of the administrator's. */
export async function withAdmin<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
