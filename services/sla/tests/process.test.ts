import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createTokens } from '@lapor/viewer';
import { aReport, at } from './a-report.ts';
import { DESK, SECRET, startTestService } from './a-service.ts';

const file = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

function run(script: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', file(script)], {
    env: { PATH: process.env.PATH, ...environment },
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, output: () => output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(url: string, isOver: () => boolean): Promise<Response> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response) return response;
    if (isOver()) throw new Error('The process ended before it answered');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('the service runs in a process of its own, answers signed viewers, and stops when asked to', async () => {
  await using sla = await startTestService(at('2026-11-25 10:00'));
  await sla.tell(aReport('2026-11-20 19:00').events);
  const port = await freePort();
  const { child, ended, output } = run('main.ts', {
    SLA_DATABASE_URL: sla.databaseUrl,
    SERVICE_SECRET: SECRET,
    PORT: String(port),
  });
  const origin = `http://127.0.0.1:${port}`;
  expect((await answering(`${origin}/health/ready`, () => child.exitCode !== null)).status).toBe(200);
  const ask = async (token: string) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ nationalOverview { open } holidays(year: 2026) { date } }' }),
    });
    return ((await response.json()) as { data: { nationalOverview: unknown; holidays: unknown[] } }).data;
  };
  expect((await ask(await createTokens(SECRET).signViewer(DESK))).nationalOverview).toEqual({ open: 1 });
  expect((await ask('forged')).nationalOverview).toBeNull();
  expect((await fetch(`${origin}/internal/events`, { method: 'POST' })).status).toBe(401);
  child.kill('SIGTERM');
  expect([await ended, output().includes('"level":50')]).toEqual([0, false]);
});

test('the rebuild command derives what was lost', async () => {
  await using sla = await startTestService(at('2026-11-25 10:00'));
  await sla.tell(aReport('2026-11-20 19:00').disposed('2026-11-23 09:40', ['padang-pupr']).events);
  const clocks = () => sla.rows('select * from clock order by id');
  const live = await clocks();
  await sla.rows('truncate clock, report_fact');
  const { ended, output } = run('rebuild.ts', { SLA_DATABASE_URL: sla.databaseUrl, SERVICE_SECRET: SECRET });
  expect([await ended, output()]).toEqual([0, expect.stringContaining('"reports":1')]);
  expect(await clocks()).toEqual(live);
  expect(live).toHaveLength(6);
});

test('settings that are missing are all named', async () => {
  const { ended, output } = run('main.ts', { SERVICE_SECRET: 'short' });
  expect(await ended).toBe(1);
  expect(output()).toContain('SLA_DATABASE_URL is missing');
  expect(output()).toContain('SERVICE_SECRET: must have at least 32 characters');
});
