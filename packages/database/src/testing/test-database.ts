import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, escapeIdentifier } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/index.ts';
import { openDatabase, type Database, type DatabaseOptions } from '../open.ts';
import { provision, roleUrl } from '../provision.ts';

const PASSWORD = 'only-for-tests-on-the-loopback-interface';
/** Many test files share the machine: what is quick has to wait. Limits are tried where a test names its own. */
const STATEMENT_TIMEOUT = '15000';
const cacheDirectory = join(
  fileURLToPath(new URL('../../../..', import.meta.url)),
  '.cache',
  'test-postgres',
);

/** Starts the PostgreSQL that all tests share, or takes over the one that runs. */
export const startTestServer = (): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataDirectory: join(cacheDirectory, 'data'),
    password: PASSWORD,
    port: 15_532,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });

/** Administrator's URL of the shared server; the set-up of the test run has started it. */
function testServer(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is missing: run the tests through vitest, whose set-up starts a server',
    );
  return url;
}

export interface TestDatabase extends AsyncDisposable {
  database: Database;
  /** URL of the service's own role on the clone. */
  url: string;
  /** Administrator's URL of the clone, for tests that act as a database superuser. */
  adminUrl: string;
}

/**
 * A migrated database of a test file's own: a template per set of migrations is made once, then cloned (some 30 ms).
 * `prepare` runs once on the template after the migrations (for example a reference import); name it with `prepareKey`.
 */
export async function createTestDatabase(
  options: Omit<DatabaseOptions, 'url'>,
  prepareKey = '',
  prepare?: (database: Database) => Promise<void>,
): Promise<TestDatabase> {
  const base = testServer();
  const text = options.migrations
    .map((migration) => `${migration.name}:${String(migration.class)}`)
    .join('\n');
  const template = `t_${options.schema}_${createHash('sha256').update(`${text}|${prepareKey}`).digest('hex').slice(0, 16)}`;
  const clone = `c_${options.schema}_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await withClient(base, async (client) => {
    // One process builds templates at a time (roles are shared by the whole server); the others wait here.
    await client.query('select pg_advisory_lock(170802)');
    const { rows } = await client.query<{ ready: boolean }>(
      'select datistemplate as ready from pg_database where datname = $1',
      [template],
    );
    if (!rows[0]?.ready) {
      if (rows[0]) await client.query(`drop database ${escapeIdentifier(template)} with (force)`);
      await client.query(`create database ${escapeIdentifier(template)}`);
      const provisioned = (await provision(urlOf(base, template), [options.schema], PASSWORD))[
        options.schema
      ]!;
      const database = await openDatabase({ ...options, url: provisioned.url });
      try {
        await database.migrate();
        await prepare?.(database);
      } finally {
        await database.close();
      }
      await client.query(`alter database ${escapeIdentifier(template)} is_template true`);
    }
    await client.query(`create database ${escapeIdentifier(clone)} template ${escapeIdentifier(template)}`);
  });
  const adminUrl = urlOf(base, clone);
  const url = patient(roleUrl(adminUrl, options.schema, PASSWORD));
  const database = await openDatabase({ connections: 6, ...options, url });
  return {
    database,
    url,
    adminUrl,
    async [Symbol.asyncDispose]() {
      await database.close();
      await withClient(base, (client) =>
        client.query(`drop database if exists ${escapeIdentifier(clone)} with (force)`),
      );
    },
  };
}

/** An empty database with a role and schema per service, for tests that run several services on one. */
export async function createSharedDatabase<Name extends string>(
  schemas: readonly Name[],
): Promise<{ urls: Record<Name, string>; adminUrl: string } & AsyncDisposable> {
  const base = testServer();
  const name = `p_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const adminUrl = urlOf(base, name);
  let urls: Record<Name, string> | undefined;
  await withClient(base, async (client) => {
    await client.query('select pg_advisory_lock(170802)');
    await client.query(`create database ${escapeIdentifier(name)}`);
    const provisioned = await provision(adminUrl, schemas, PASSWORD);
    urls = Object.fromEntries(schemas.map((schema) => [schema, patient(provisioned[schema].url)])) as Record<
      Name,
      string
    >;
  });
  return {
    urls: urls!,
    adminUrl,
    async [Symbol.asyncDispose]() {
      await withClient(base, (client) =>
        client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
      );
    },
  };
}

function patient(address: string): string {
  const url = new URL(address);
  url.searchParams.set('statement_timeout', STATEMENT_TIMEOUT);
  return url.href;
}

function urlOf(base: string, database: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
