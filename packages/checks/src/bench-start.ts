/**
 * `pnpm bench:start`: how long the platform takes to be ready and how much memory it holds, beside the promises.
 * Clones HEAD into a temporary folder and starts it there as a newcomer would. Ends with 1 when a promise is missed; keeps nothing.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkout, execute } from './checkout.ts';

const COMMAND = ['npx', '-y', 'pnpm@12.21.0', 'start'] as const;
const PROMISED = { firstSeconds: 90, warmSeconds: 6, idleMegabytes: 600 } as const;
const WARM_STARTS = 3;
const FIRST_LIMIT_SECONDS = 900;
const WARM_LIMIT_SECONDS = 180;
const STOP_LIMIT_SECONDS = 30;
const IDLE_AFTER_SECONDS = 30;

/** A clone of its own with data of its own. */
interface Place {
  clone: string;
  data: string;
  port: number;
}

/** A platform that was started, by the first process of its group. */
interface Running {
  child: ChildProcess;
  /** From the command to "ready". */
  seconds: number;
}

/** Stops what runs now; for Ctrl-C, which the platform in its own group does not get. */
let stopPresent: () => Promise<void> = async () => {};

/** Proportional memory in megabytes (10^6 bytes): what processes share is counted once. */
interface Memory {
  platform: number;
  postgres: number;
  /** npx and pnpm, which wait for the platform to end. */
  launchers: number;
}

/** The first start on a fresh clone: installation, builds, database, reference data, demo set. */
async function measureFirstStart(place: Place): Promise<number> {
  const running = await start(place, FIRST_LIMIT_SECONDS);
  await stop(running, place);
  return running.seconds;
}

/** The middle one of three further starts. */
async function measureWarmStart(place: Place): Promise<{ median: number; all: number[] }> {
  const all: number[] = [];
  for (let count = 0; count < WARM_STARTS; count++) {
    const running = await start(place, WARM_LIMIT_SECONDS);
    await stop(running, place);
    all.push(running.seconds);
  }
  return { median: all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!, all };
}

/** What a started platform holds half a minute after it was ready, without a request. */
async function measureIdleMemory(place: Place): Promise<Memory> {
  const running = await start(place, WARM_LIMIT_SECONDS);
  try {
    await wait(IDLE_AFTER_SECONDS * 1_000);
    const processes = await listProcesses();
    const tree = descendants(processes, running.child.pid!);
    const commands = await Promise.all(tree.map(async (pid) => ({ pid, command: await commandOf(pid) })));
    const ofPlatform = commands.filter(({ command }) =>
      command.includes('packages/platform/launch.mjs start'),
    );
    // A shell that pnpm left between itself and the platform names the same command.
    const platform = ofPlatform.filter(({ command }) => !/^\S*sh -c/.test(command)).map(({ pid }) => pid);
    if (platform.length === 0) throw new Error('The process of the platform was not found');
    const server = await postgresPid(place);
    if (server === null) throw new Error('The process of PostgreSQL was not found');
    return {
      platform: await megabytesOf(platform),
      postgres: await megabytesOf(descendants(processes, server)),
      launchers: await megabytesOf(tree.filter((pid) => !platform.includes(pid))),
    };
  } finally {
    await stop(running, place);
  }
}

/** Starts the clone with the command of the README; throws with its last words when it is not ready in time. */
async function start({ clone, data, port }: Place, limitSeconds: number): Promise<Running> {
  const startedAt = performance.now();
  const [program, ...args] = COMMAND;
  const child = spawn(program, args, {
    cwd: clone,
    env: { ...environment(), PORT: String(port), DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be sent what Ctrl-C sends: one signal to all of it.
    detached: true,
  });
  stopPresent = () => stop({ child, seconds: 0 }, { clone, data, port });
  let output = '';
  const outcome = await new Promise<'ready' | 'ended' | 'late'>((resolve) => {
    const timer = setTimeout(() => resolve('late'), limitSeconds * 1_000);
    const end = (result: 'ready' | 'ended') => (clearTimeout(timer), resolve(result));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-20_000);
        if (/LAPOR! is ready after/.test(output)) end('ready');
      });
    }
    child.once('error', () => end('ended'));
    child.once('exit', () => end('ended'));
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  if (outcome === 'ready') return { child, seconds };
  await stop({ child, seconds }, { clone, data, port });
  const what = outcome === 'late' ? `was not ready after ${limitSeconds} s` : 'ended before it was ready';
  throw new Error(`The platform ${what}:\n${output.slice(-3_000)}`);
}

/** Ctrl-C, and after half a minute kill; then the database server of this folder, should it have outlived its platform. */
async function stop({ child }: Running, place: Place): Promise<void> {
  if (child.pid === undefined) return;
  const group = child.pid;
  signalGroup(group, 'SIGINT');
  // npx and pnpm may end before the platform does: the whole group is waited for.
  await until(() => !signalGroup(group, 0), STOP_LIMIT_SECONDS);
  signalGroup(group, 'SIGKILL');
  const server = await postgresPid(place);
  if (server === null) return;
  process.kill(server, 'SIGINT');
  await until(async () => (await postgresPid(place)) === null, STOP_LIMIT_SECONDS);
}

/** Whether somebody of the group was there to get it. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean | Promise<boolean>, limitSeconds: number): Promise<void> {
  const end = performance.now() + limitSeconds * 1_000;
  while (!(await holds()) && performance.now() < end) await wait(100);
}

/** The environment of somebody who types the command: without what a package manager tells its scripts. */
function environment(): NodeJS.ProcessEnv {
  const told =
    /^(npm_(lifecycle|package)_|npm_(command|execpath|node_execpath|config_(local_prefix|user_agent))$|pnpm_config_verify|PNPM_SCRIPT|INIT_CWD$|NODE$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !told.test(name));
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(checkout) && !folder.includes('/_npx/'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/** The database server on this place's data, if it runs. */
async function postgresPid({ data }: Place): Promise<number | null> {
  const lines = await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(lines.split('\n')[0]);
  return pid > 0 && (await commandOf(pid)).includes(join(data, 'postgres')) ? pid : null;
}

const commandOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');

/** Parent by process. */
async function listProcesses(): Promise<Map<number, number>> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name of the program stands in brackets and may hold anything.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) parents.set(Number(name), parent);
  }
  return parents;
}

function descendants(parents: ReadonlyMap<number, number>, root: number): number[] {
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

async function megabytesOf(pids: readonly number[]): Promise<number> {
  let kibibytes = 0;
  for (const pid of pids) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kibibytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  }
  return (kibibytes * 1_024) / 1e6;
}

async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer()
        .once('error', () => resolve(false))
        .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new Error(`No free port between ${from} and ${from + 99}`);
}

async function makePlace(folder: string): Promise<Place> {
  // Under root the database server is another user, who has to get through.
  await chmod(folder, 0o755);
  const clone = join(folder, 'clone');
  const { code, output } = await execute('git', ['clone', '--quiet', '--no-hardlinks', checkout, clone]);
  if (code !== 0) throw new Error(`HEAD could not be cloned:\n${output}`);
  return { clone, data: join(folder, 'data'), port: await freePort(23_400) };
}

function report(name: string, value: number, most: number, unit: string, remark = ''): boolean {
  const holds = value <= most;
  console.log(
    `${holds ? '✓' : '✗'} ${name.padEnd(14)} ${value.toFixed(1).padStart(7)} ${unit.padEnd(2)}  promised ≤ ${most} ${unit}${remark}`,
  );
  return holds;
}

async function main(): Promise<void> {
  const commit = (await execute('git', ['rev-parse', '--short', 'HEAD'])).output.trim();
  const changed = (await execute('git', ['status', '--porcelain'])).output.trim() !== '';
  console.log(
    `Commit ${commit}, ${cpus().length} cores${changed ? '; changes that are not committed are not measured' : ''}`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const clean = () => rm(folder, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stopPresent()
        .then(clean)
        .finally(() => process.exit(130));
    });
  }
  try {
    const place = await makePlace(folder);
    const verdicts = [report('first start', await measureFirstStart(place), PROMISED.firstSeconds, 's')];
    const warm = await measureWarmStart(place);
    const each = ` (median of ${warm.all.map((seconds) => seconds.toFixed(1)).join(', ')})`;
    verdicts.push(report('warm start', warm.median, PROMISED.warmSeconds, 's', each));
    const memory = await measureIdleMemory(place);
    const parts = ` (platform ${memory.platform.toFixed(0)}, PostgreSQL ${memory.postgres.toFixed(0)}; npx and pnpm beside it ${memory.launchers.toFixed(0)})`;
    verdicts.push(
      report('idle memory', memory.platform + memory.postgres, PROMISED.idleMegabytes, 'MB', parts),
    );
    process.exitCode = verdicts.every(Boolean) ? 0 : 1;
  } finally {
    await clean();
  }
}

await main();
