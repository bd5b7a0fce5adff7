import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { FOLDER } from './settings.ts';

/** A server of the benchmark in a process of its own. */
export interface Child extends AsyncDisposable {
  pid: number;
}

const START_LIMIT = 600_000;

/** Starts a file of this package and waits until it says that it is ready. What it logs goes to a file, as on a server. */
export async function startChild(name: string, settings: object): Promise<Child> {
  mkdirSync(FOLDER, { recursive: true });
  const log = createWriteStream(join(FOLDER, `${name}.log`));
  const child = spawn(
    process.execPath,
    [
      '--import',
      '@oxc-node/core/register',
      join(checkout, `packages/checks/src/bench-${name}.ts`),
      JSON.stringify(settings),
    ],
    {
      cwd: checkout,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let last = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.pipe(log, { end: false });
    stream.on('data', (chunk: Buffer) => (last = (last + chunk.toString()).slice(-2_000)));
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not ready in time:\n${last}`)), START_LIMIT);
    child.once('message', () => (clearTimeout(timer), resolve()));
    child.once(
      'exit',
      (code) => (clearTimeout(timer), reject(new Error(`${name} ended with ${code}:\n${last}`))),
    );
  });
  return { pid: child.pid!, [Symbol.asyncDispose]: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}
