import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';

/** Root of the repository. */
export const checkout = resolve(import.meta.dirname, '../../..');

const environment = {
  ...process.env,
  PATH: [join(checkout, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
};

/** Runs a program in the checkout (or a folder of it) and gives its exit code and what it printed; `live` shows the output at once. */
export function execute(
  program: string,
  args: readonly string[],
  { live = false, cwd = checkout, env = {} as Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...environment, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('exit', (code) => fulfil({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
