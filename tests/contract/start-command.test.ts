import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serverHome } from '@lapor/database/embedded';
import { eventually } from '../platform/processes.ts';

const checkout = join(import.meta.dirname, '../..');
const PORT = 23_250;
const ORIGIN = `http://localhost:${PORT}`;
/** Milliseconds; what is refused is refused in a second or two on an idle machine, and other test files share the processors. */
const ENDS_WITHIN = 120_000;

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** Runs the command behind `pnpm start`. */
function start(env: Record<string, string>, command = 'start'): Started {
  const child = spawn(process.execPath, [join(checkout, 'packages/platform/launch.mjs'), command], {
    env: { PATH: process.env.PATH!, HOME: process.env.HOME ?? '/', PORT: String(PORT), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

const ready = (platform: Started) =>
  eventually(
    'the platform being ready',
    async () => platform.output().includes('LAPOR! is ready'),
    150,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${platform.output()}`);
  });

async function publicNumbers(): Promise<string[]> {
  const response = await fetch(`${ORIGIN}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lapor-client': 'contract-test' },
    body: JSON.stringify({ query: '{ publicReports(first: 50) { edges { node { number } } } }' }),
  });
  const { data } = (await response.json()) as {
    data: { publicReports: { edges: { node: { number: string } }[] } };
  };
  return data.publicReports.edges.map(({ node }) => node.number);
}

describe('the start command', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'start-command-'));
  // The temporary folder is private: under root this is the case of a checkout below a private home.
  const home = serverHome(join(dataDirectory, 'postgres'));
  /** The server removes its pid file when it stops; a pid alone may be that of a process nobody has reaped. */
  const postgresRuns = () => existsSync(join(home.data, 'postmaster.pid'));
  afterAll(() => {
    for (const folder of [dataDirectory, ...home.own]) rmSync(folder, { recursive: true, force: true });
  });

  it('brings everything up from nothing, finds its data again after kill -9, and stops everything on Ctrl-C', async () => {
    const first = start({ DATA_DIR: dataDirectory });
    await ready(first);
    expect(first.output()).toContain(`${ORIGIN}/instansi/`);
    expect(first.output()).toContain('verifikator@contoh.go.id');
    const numbers = await publicNumbers();
    expect(numbers.length).toBeGreaterThan(30);
    const health = await fetch(`${ORIGIN}/health/ready`);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    for (const path of ['/', '/instansi/', '/admin/', '/demo', '/mailbox'])
      expect((await fetch(ORIGIN + path)).status, path).toBe(200);

    first.child.kill('SIGKILL');
    await first.ended;
    expect(postgresRuns()).toBe(true);

    const second = start({ DATA_DIR: dataDirectory });
    await ready(second);
    expect(await publicNumbers()).toEqual(numbers);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(postgresRuns()).toBe(false);
    await expect(fetch(ORIGIN)).rejects.toThrow();
  }, 300_000);

  it(
    'says which program to stop or which port to take when the port is in use',
    async () => {
      const squatter = createServer().listen(PORT, '127.0.0.1');
      try {
        const platform = start({ DATA_DIR: dataDirectory });
        expect(await platform.ended).toBe(1);
        expect(platform.output()).toContain(`Port ${PORT} is in use by another program`);
        expect(platform.output()).not.toContain('    at ');
      } finally {
        squatter.close();
      }
    },
    ENDS_WITHIN,
  );

  it(
    'lists every faulty setting at once',
    async () => {
      const platform = start({
        DATA_DIR: dataDirectory,
        DATABASE_URL: 'mysql://elsewhere',
        SMTP_URL: 'nonsense',
        LOG_LEVEL: 'loud',
      });
      expect(await platform.ended).toBe(1);
      for (const name of ['DATABASE_URL', 'SMTP_URL', 'LOG_LEVEL'])
        expect(platform.output()).toContain(`- ${name}`);
    },
    ENDS_WITHIN,
  );

  it(
    'has no default secrets in production',
    async () => {
      const platform = start({ DATA_DIR: dataDirectory, NODE_ENV: 'production', TRUST_PROXY: 'perhaps' });
      expect(await platform.ended).toBe(1);
      expect(platform.output()).toContain('- TRUST_PROXY');
      for (const name of [
        'SERVICE_SECRET',
        'REPORTS_SECRET',
        'ORGANISATIONS_SECRET',
        'AUTH_SECRET',
        'RECEIPT_KEYS',
        'PUBLIC_URL',
        'SMTP_URL',
      ])
        expect(platform.output()).toContain(`${name} is missing`);
    },
    ENDS_WITHIN,
  );
});
