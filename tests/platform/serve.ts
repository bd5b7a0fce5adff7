import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { movableClock } from '@lapor/clock';
import { startEmbeddedPostgres } from '@lapor/database/embedded';
import { provision } from '@lapor/database';
import { DEMO_OFFICERS, seedAccounts, SERVICES, startPlatform } from '@lapor/platform';
import { CONTROL_PORT, PLATFORM_PORT, PLATFORM_URL } from './addresses.ts';

// The platform as `start` runs it, on a database of its own that is made anew, with a clock that tests can move.
// Two platforms on ports of their own do not share it.
const folder = join(import.meta.dirname, '../../.cache/journeys', String(PLATFORM_PORT));
const secret = () => randomBytes(32).toString('base64url');
const options = {
  dataDirectory: join(folder, 'postgres'),
  password: 'only-for-tests-on-the-loopback-interface',
  port: PLATFORM_PORT + 2,
};

if (existsSync(join(options.dataDirectory, 'postmaster.pid')))
  await (await startEmbeddedPostgres(options)).stop();
rmSync(folder, { recursive: true, force: true });
const postgres = await startEmbeddedPostgres({
  ...options,
  settings: { fsync: 'off', synchronous_commit: 'off' },
});
const provisioned = await provision(postgres.url, SERVICES, secret());

// Friday, 20 November 2026, 09.40 WIB.
const clock = movableClock('2026-11-20T02:40:00Z');
const platform = await startPlatform({
  urls: Object.fromEntries(SERVICES.map((name) => [name, provisioned[name].url])) as Record<
    (typeof SERVICES)[number],
    string
  >,
  secrets: { service: secret(), reports: secret(), organisations: secret(), auth: secret() },
  filesDirectory: join(folder, 'files'),
  publicUrl: PLATFORM_URL,
  production: false,
  development: false,
  mailFrom: 'LAPOR! <lapor@localhost>',
  // Journeys say where people come from.
  trustProxy: true,
  clock,
  logLevel: process.env.LOG_LEVEL ?? 'error',
  port: PLATFORM_PORT,
  host: '127.0.0.1',
});
await platform.services.settle();
await seedAccounts(platform.services);
await platform.services.settle();
await platform.open(DEMO_OFFICERS);

const control = fastify();
control.get('/ready', async () => ({ ready: true }));
control.post<{ Body: { set: string } }>('/clock', async ({ body }) => {
  clock.set(body.set);
  await platform.services.settle();
  return { now: clock.now() };
});
control.post<{ Body: { seconds: number } }>('/pass', async ({ body }) => {
  clock.advance(body.seconds * 1_000);
  await platform.services.settle();
  return { now: clock.now() };
});
control.post('/settle', async () => {
  await platform.services.settle();
  return { now: clock.now() };
});
await control.listen({ port: CONTROL_PORT, host: '127.0.0.1' });

const stop = async () => {
  await control.close();
  await platform[Symbol.asyncDispose]();
  await postgres.stop();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
