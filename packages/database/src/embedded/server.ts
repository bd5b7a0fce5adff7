import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, parse } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries.ts';
import { serverHome } from './server-home.ts';
import { serverUser } from './server-user.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of this server's data; made when absent. */
  dataDirectory: string;
  /** Password of the administrator `postgres`. */
  password: string;
  /** First port to try; the next free one is taken when it is busy. */
  port?: number;
  /** Further server settings, for example `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** Administrator's URL of the database `lapor`. */
  url: string;
  port: number;
  /** True when a running server of this data directory was taken over (after the last process was killed). */
  reused: boolean;
  /** Fast shutdown; open transactions are rolled back. */
  stop(): Promise<void>;
}

const DATABASE = 'lapor';

/**
 * Starts a real PostgreSQL on a folder, as a process of its own that survives the death of this one,
 * or takes over the one that already runs on it.
 * @throws with the server's own words when it cannot start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = serverHome(options.dataDirectory);
  const directory = home.data;
  const user = serverUser();
  // Never with a mode of its own: it would apply to every parent made on the way, and lock the server's user out.
  mkdirSync(dirname(directory), { recursive: true });
  mkdirSync(directory, { recursive: true });
  if (user && statSync(directory).uid !== user.uid) chownSync(directory, user.uid, user.gid);
  chmodSync(directory, 0o700);

  const binaries = findBinaries(user ? home.programs : null);
  const spawn: SpawnSyncOptions = {
    ...user,
    cwd: parse(directory).root,
    env: { ...process.env, LC_MESSAGES: 'C', TZ: 'UTC' },
    encoding: 'utf8',
  };
  const stop = async () => {
    spawnSync(binaries.pgCtl, ['-D', directory, '-m', 'fast', '-w', 'stop'], { ...spawn, stdio: 'ignore' });
  };

  const running = await findRunning(directory, options.password);
  if (running !== null)
    return { url: await ensureDatabase(running, options.password), port: running, reused: true, stop };

  if (!existsSync(join(directory, 'PG_VERSION')))
    initialise(binaries.initdb, directory, options.password, spawn);
  const log = join(directory, 'server.log');
  let port = options.port ?? 15432;
  for (let attempt = 0; ; attempt++) {
    port = await freePort(port);
    const settings = {
      listen_addresses: '127.0.0.1',
      max_connections: '200',
      unix_socket_directories: '',
      ...options.settings,
    };
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    const { status, stderr } = spawnSync(
      binaries.pgCtl,
      ['-D', directory, '-w', '-l', log, '-o', `-p ${port} ${flags.join(' ')}`, 'start'],
      {
        ...spawn,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    if (status === 0) break;
    if (attempt === 4) throw new Error(`PostgreSQL did not start: ${String(stderr).trim()}\n${tail(log)}`);
    port += 1;
  }
  return { url: await ensureDatabase(port, options.password), port, reused: false, stop };
}

function initialise(initdb: string, directory: string, password: string, spawn: SpawnSyncOptions): void {
  const passwordFile = `${directory}.password`;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (spawn.uid !== undefined) chownSync(passwordFile, spawn.uid, spawn.gid!);
    const arguments_ = [
      '-D',
      directory,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ];
    const { status, stderr, error } = spawnSync(initdb, arguments_, {
      ...spawn,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0)
      throw new Error(`PostgreSQL could not set up its folder: ${error?.message ?? String(stderr).trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Port of a live server on this folder. Its pid file alone proves nothing (it outlives a crash): only an answer does. */
async function findRunning(directory: string, password: string): Promise<number | null> {
  const file = join(directory, 'postmaster.pid');
  for (let attempt = 0; attempt < 50 && existsSync(file); attempt++) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!isAlive(pid)) return null;
    const port = Number(lines[3]);
    if (lines[7]?.trim() === 'ready' && (await answers(port, password))) return port;
    await wait(100);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const adminUrl = (port: number, password: string, database: string) =>
  `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    connectionString: adminUrl(port, password, 'postgres'),
    connectionTimeoutMillis: 1_000,
  });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(port: number, password: string): Promise<string> {
  const client = new Client({ connectionString: adminUrl(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  return adminUrl(port, password, DATABASE);
}

async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 50; port++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
        .once('error', () => resolve(false))
        .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`No free port for PostgreSQL between ${from} and ${from + 49}`);
}

const tail = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-8).join('\n') : '';
