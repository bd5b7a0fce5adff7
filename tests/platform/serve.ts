import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { Client } from 'pg';
import { movableClock, type MovableClock } from '@lapor/clock';
import { startEmbeddedPostgres } from '@lapor/database/embedded';
import { provision } from '@lapor/database';
import { DEMO_OFFICERS, seedAccounts, SERVICES, startPlatform, type Platform } from '@lapor/platform';
import { CONTROL_PORT, PLATFORM_PORT, PLATFORM_URL, SMS_CALLBACK_SECRET } from './addresses.ts';

// The platform as `start` runs it, on a database of its own that is made anew, with a clock that tests can move.
// Two platforms on ports of their own do not share it. Each file of journeys asks for a fresh one: the database
// of its first minute is kept as a template.
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
const rolePasswords = secret();
const secrets = { service: secret(), reports: secret(), organisations: secret(), auth: secret() };

const urlOf = (database: string): string => {
  const url = new URL(postgres.url);
  url.pathname = `/${database}`;
  return url.href;
};

/** Asks the server itself, from its own database. */
async function administer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function start(database: string): Promise<{ platform: Platform; clock: MovableClock }> {
  // Friday, 20 November 2026, 09.40 WIB.
  const clock = movableClock('2026-11-20T02:40:00Z');
  const provisioned = await provision(urlOf(database), SERVICES, rolePasswords);
  const platform = await startPlatform({
    urls: Object.fromEntries(SERVICES.map((name) => [name, provisioned[name].url])) as Record<
      (typeof SERVICES)[number],
      string
    >,
    secrets,
    filesDirectory: join(folder, 'files', database),
    publicUrl: PLATFORM_URL,
    production: false,
    development: false,
    mailFrom: 'LAPOR! <lapor@localhost>',
    smsCallbackSecrets: [SMS_CALLBACK_SECRET],
    // Receivers of webhooks are on this machine.
    webhookLoopback: true,
    // Journeys say where people come from.
    trustProxy: true,
    clock,
    logLevel: process.env.LOG_LEVEL ?? 'error',
    port: PLATFORM_PORT,
    host: '127.0.0.1',
  });
  return { platform, clock };
}

await administer('create database first_minute');
{
  const { platform } = await start('first_minute');
  await platform.services.settle();
  await seedAccounts(platform.services);
  await platform.services.settle();
  await platform[Symbol.asyncDispose]();
}

let number = 0;
/** A platform in its first minute. */
async function begin() {
  const database = `journey_${++number}`;
  await administer(`create database ${database} template first_minute`);
  const begun = await start(database);
  await begun.platform.services.settle();
  await begun.platform.open(DEMO_OFFICERS);
  return { ...begun, database };
}

let running = await begin();
const end = async () => {
  await running.platform[Symbol.asyncDispose]();
  await administer(`drop database ${running.database} with (force)`);
};

const control = fastify();
control.get('/ready', async () => ({ ready: true }));
control.post('/fresh', async () => {
  await end();
  running = await begin();
  return { now: running.clock.now() };
});
control.post<{ Body: { set: string } }>('/clock', async ({ body }) => {
  running.clock.set(body.set);
  await running.platform.services.settle();
  return { now: running.clock.now() };
});
control.post<{ Body: { seconds: number } }>('/pass', async ({ body }) => {
  running.clock.advance(body.seconds * 1_000);
  await running.platform.services.settle();
  return { now: running.clock.now() };
});
control.post('/settle', async () => {
  await running.platform.services.settle();
  return { now: running.clock.now() };
});
await control.listen({ port: CONTROL_PORT, host: '127.0.0.1' });

const stop = async () => {
  await control.close();
  await running.platform[Symbol.asyncDispose]();
  await postgres.stop();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
