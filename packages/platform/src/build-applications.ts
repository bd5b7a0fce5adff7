import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { compressDirectory } from '@lapor/service-gateway/compress';
import { ownNode } from './own-node.ts';

const checkout = resolve(import.meta.dirname, '../../..');

/** The single-page applications, by folder. */
export const APPLICATIONS = ['web-citizen', 'web-agency', 'web-admin'] as const;

/** What an application is built from besides its own folder. */
const INGREDIENTS = [
  'packages/{ui,wording,web-client,staff,boundaries}/src/**/*',
  'packages/staff/vite/**/*',
  'packages/graph/api.graphql',
  'data/*.topojson',
  'pnpm-lock.yaml',
];

/** Builds each application whose sources have changed since its last build; returns the built ones. Throws with the builder's words. */
export async function buildApplications(): Promise<string[]> {
  const built: string[] = [];
  for (const application of APPLICATIONS) {
    const fingerprint = await fingerprintOf([
      `${application}/{src,public,build}/**/*`,
      `${application}/*.{html,json,ts}`,
      ...INGREDIENTS,
    ]);
    const marker = join(checkout, application, 'dist', '.fingerprint');
    if (existsSync(marker) && (await readFile(marker, 'utf8')) === fingerprint) continue;
    await runBuild(application);
    await writeFile(marker, fingerprint);
    built.push(application);
  }
  return built;
}

async function fingerprintOf(patterns: readonly string[]): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob([...patterns], { cwd: checkout, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(file.slice(checkout.length)).update(await readFile(file));
  return hash.digest('hex');
}

/** The application's own Vite under this Node, then its budget of bytes. */
async function runBuild(application: string): Promise<void> {
  const folder = join(checkout, application);
  await runIn(folder, join(folder, 'node_modules/.bin/vite'), 'build');
  await runIn(folder, process.execPath, 'scripts/bundle-size.mjs');
  await compressDirectory(join(folder, 'dist'));
}

function runIn(folder: string, program: string, ...args: string[]): Promise<void> {
  return new Promise((fulfil, reject) => {
    const env = { ...ownNode(), NODE_ENV: 'production' };
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? fulfil()
        : reject(
            new Error(
              `${basename(folder)} could not be built:\n${Buffer.concat(output).toString().slice(-4_000)}`,
            ),
          ),
    );
  });
}
