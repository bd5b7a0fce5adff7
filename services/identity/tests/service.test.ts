import { Writable } from 'node:stream';
import { pino } from 'pino';
import { getMigrations } from 'better-auth/db/migration';
import { systemClock } from '@lapor/clock';
import { createTestDatabase } from '@lapor/database/testing';
import { createLogger, type Logger } from '@lapor/logging';
import { serveService } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { describe, expect, it, vi } from 'vitest';
import { migrations } from '../migrations/index.ts';
import { authOptions } from '../src/modules/sign-in/index.ts';
import {
  AUTH_SECRET,
  ORIGIN,
  PASSWORD,
  runIdentity,
  SERVICE_SECRET,
  TOTP_SECRET,
} from './running-identity.ts';

const silent = createLogger('identity', 'silent');

describe('the identity service', () => {
  it('has all tables, columns and indexes that better-auth asks for', async () => {
    const test = await createTestDatabase({ schema: 'identity', entities: [], migrations });
    const { toBeCreated, toBeAdded } = await getMigrations(
      authOptions({
        database: test.database,
        clock: systemClock,
        logger: silent,
        mailer: { send: async () => {} },
        publicUrl: ORIGIN,
        authSecret: AUTH_SECRET,
        inBackground: () => {},
        eventsCommitted: () => {},
      }),
    );
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
    await test[Symbol.asyncDispose]();
  });

  it('answers other services only, with a viewer signed for five minutes', async () => {
    const running = await runIdentity();
    const tokens = createTokens(SERVICE_SECRET);
    const key = await running.identity.registerAnalystKey({
      email: 'analis@example.test',
      name: 'A',
      password: PASSWORD,
      organisationId: 'ksp',
      label: 'demo',
    });
    const server = await serveService({ service: running.identity, tokens, logger: silent, port: 0 });
    const ask = (payload: object, token?: string) =>
      server.inject({
        method: 'POST',
        url: '/internal/authenticate',
        payload,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
    const asked = { authorization: `Bearer ${key}` };
    expect((await ask(asked)).statusCode).toBe(401);
    expect((await ask(asked, key)).statusCode).toBe(401);
    const viewerToken = await tokens.signViewer({ kind: 'service', posts: [], reportGrants: [] });
    expect((await ask(asked, viewerToken)).statusCode).toBe(401);
    const stranger = await createTokens('another-secret'.padEnd(40, 'z')).signService('gateway');
    expect((await ask(asked, stranger)).statusCode).toBe(401);

    const gateway = await tokens.signService('gateway');
    const answer = await ask(asked, gateway);
    expect(await tokens.verifyViewer(answer.json<{ token: string }>().token)).toMatchObject({
      posts: [{ role: 'ANALYST', organisationId: 'ksp' }],
    });
    expect((await ask({}, gateway)).json()).toEqual({ token: null });
    expect((await ask({ cookie: 5 }, gateway)).statusCode).toBe(400);

    const address = (payload: object, token?: string) =>
      server.inject({
        method: 'POST',
        url: '/internal/addresses',
        payload,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
    const [{ id }] = (await running.sql<{ id: string }>('select id from identity.account')) as [
      { id: string },
    ];
    const channels = await tokens.signService('channels');
    expect((await address({ accountId: id })).statusCode).toBe(401);
    expect((await address({ accountId: id }, channels)).json()).toEqual({ email: 'analis@example.test' });
    expect((await address({ accountId: 'nobody' }, channels)).statusCode).toBe(404);
    expect((await address({}, channels)).statusCode).toBe(400);
    await running.sql('update identity.account set "emailVerified" = false');
    expect(await running.identity.emailOfAccount(id)).toBeNull();
    expect((await server.inject('/health/ready')).statusCode).toBe(200);
    await server.close();
    await running[Symbol.asyncDispose]();
  });

  it('refuses every kind of seeding in production', async () => {
    const running = await runIdentity({ production: true });
    const staff = { email: 'petugas@example.test', name: 'P', password: PASSWORD, totpSecret: TOTP_SECRET };
    const refused = /no demo accounts in production/;
    await expect(running.identity.registerOfficerAccount(staff)).rejects.toThrow(refused);
    await expect(
      running.identity.registerAnalystKey({ ...staff, organisationId: 'ksp', label: 'x' }),
    ).rejects.toThrow(refused);
    await expect(running.identity.currentTotp('x')).rejects.toThrow(refused);
    expect(await running.sql('select 1 from identity.account')).toEqual([]);
    await running[Symbol.asyncDispose]();
  });

  it('repeats a seeding that was cut off, and makes no officer of a citizen', async () => {
    const running = await runIdentity();
    const citizen = { id: 'demo-citizen', email: 'warga@example.test', name: 'W', password: PASSWORD };
    expect(await running.identity.registerCitizenAccount(citizen)).toBe('demo-citizen');
    expect(await running.identity.registerCitizenAccount({ ...citizen, id: 'another' })).toBe('demo-citizen');
    await expect(running.identity.registerOfficerAccount(citizen)).rejects.toThrow(/belongs to a citizen/);
    await running[Symbol.asyncDispose]();
  });

  it('writes nothing personal to its log, also when things fail', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const onConsole = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(() => {}),
    );
    const logger = pino({ level: 'trace' }, sink) as unknown as Logger;
    const running = await runIdentity({
      logger,
      mailer: {
        send: async () => {
          throw new Error('channels is down');
        },
      },
    });
    const browser = running.browser('192.0.2.44');
    const email = 'sangat-rahasia@example.test';
    const attempts: [string, object][] = [
      ['/sign-up/email', { email, password: PASSWORD, name: 'Nama Rahasia' }],
      ['/sign-up/email', { email, password: 'pendek', name: 'Nama Rahasia' }],
      ['/email-otp/send-verification-otp', { email, type: 'sign-in' }],
      ['/sign-in/email', { email, password: PASSWORD }],
      ['/sign-in/email-otp', { email, otp: '000000' }],
      ['/sign-in/email', { email: { $ne: email }, password: 5 }],
      ['/two-factor/verify-totp', { code: '123456' }],
    ];
    for (const [path, body] of attempts)
      expect((await browser.post(path, body)).status, path).toBeLessThan(500);
    await running.identity.settle();
    await running.sql('alter table identity.account rename to hidden');
    const failed = await browser.post('/sign-in/email', { email, password: PASSWORD });
    expect(failed).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    await running.sql('alter table identity.hidden rename to account');
    const printed = JSON.stringify(onConsole.map((spy) => spy.mock.calls)).replace(/\[migrator\]/g, '');
    vi.restoreAllMocks();
    expect(printed).not.toMatch(/rahasia|SERVER_ERROR|Better Auth|relation/i);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).not.toMatch(/rahasia|192\.0\.2\.44|kata sandi|000000/i);
    await running[Symbol.asyncDispose]();
  });

  it('forgets what has run out', async () => {
    const running = await runIdentity();
    await running
      .browser()
      .post('/sign-up/email', { email: 'w@example.test', password: PASSWORD, name: 'W' });
    await running.sql(`update identity.account set "createdAt" = now() - interval '2 days'`);
    await running.sql(`update identity.verification set "expiresAt" = now() - interval '1 hour'`);
    await running.sql(`update identity.rate_limit set "lastRequest" = 0`);
    running.clock.advance(2 * 86_400_000);
    await running.sql(`select identity_jobs.add_job('tidy')`);
    expect(await running.identity.settle()).toBe(1);
    for (const table of ['account', 'verification', 'address_attempt', 'rate_limit'])
      expect(await running.sql(`select 1 from identity.${table}`), table).toEqual([]);
    await running[Symbol.asyncDispose]();
  });
});
