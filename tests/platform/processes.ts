import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const checkout = join(import.meta.dirname, '../..');

/** A service in a process of its own. */
export interface ServiceProcess {
  name: string;
  url: string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
  /** The last lines it printed. */
  output(): string;
}

/** Starts `services/<name>/src/main.ts` with its settings and nothing else from this process's environment but the path. */
export function startProcess(name: string, port: number, env: Record<string, string>): ServiceProcess {
  const lines: string[] = [];
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', '@oxc-node/core/register', join('services', name, 'src/main.ts')],
    {
      cwd: checkout,
      env: { PATH: process.env.PATH!, PORT: String(port), LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => lines.splice(0, Math.max(0, lines.push(chunk.toString()) - 40)));
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    kill(signal) {
      if (child.exitCode === null) child.kill(signal);
      return ended;
    },
    output: () => lines.join(''),
  };
}

/** Asks again and again until the answer is there; throws with the last one when it does not come in time. */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | null | undefined | false>,
  seconds = 30,
): Promise<Value> {
  const until = performance.now() + seconds * 1_000;
  let last: unknown;
  while (performance.now() < until) {
    try {
      const value = await ask();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${what} did not happen within ${seconds} s`, { cause: last });
}
