import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, Secret } from 'otpauth';
import { Client } from 'pg';
import { expect } from 'vitest';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import { startIdentity } from '@lapor/service-identity';
import { startOrganisations } from '@lapor/service-organisations';
import { buildApplications, SERVICES, type ServiceName } from '@lapor/platform';
import { person, type Person } from '../platform/graph-client.ts';
import { eventually, startProcess, type ServiceProcess } from '../platform/processes.ts';
import { callAsGateway } from '../platform/sms-gateway.ts';

const SECRETS = {
  SERVICE_SECRET: 's'.repeat(40),
  REPORTS_SECRET: 'r'.repeat(40),
  ORGANISATIONS_SECRET: 'o'.repeat(40),
  AUTH_SECRET: 'a'.repeat(40),
};
const CALLBACK_SECRET = 'c'.repeat(40);
const TOTP_SECRET = 'kode-kedua-untuk-uji-kontrak';
const PASSWORD = 'kata-sandi-uji';
export const OFFICERS = [
  { id: 'desk', posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }] },
  { id: 'city', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
  { id: 'road', posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' }] },
] as const;

/** In no particular order, the gateway first: each waits for nobody. */
const NAMES = ['gateway', 'sla', 'channels', 'reports', 'identity', 'organisations'] as const;
type ProcessName = (typeof NAMES)[number];

/** Every service in a process of its own, with officers. */
export interface ServicesApart extends AsyncDisposable {
  origin: string;
  processes: Record<string, ServiceProcess>;
  /** Starts a service, also one that was killed. */
  start(name: ProcessName): void;
  isReady(): Promise<boolean>;
  signIn(id: (typeof OFFICERS)[number]['id']): Promise<Person>;
  /** A statement as the database's administrator. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** As the gateway of an operator brings a short message; its status. */
  bringSms(from: string, text: string, messageId?: string): Promise<number>;
  /** What came to a phone or address in the local mailbox, oldest first. */
  inbox(to: string): Promise<string[]>;
  /** Ends all processes as an operator does; their exit codes. */
  stop(): Promise<Record<string, number | null>>;
}

/** `port`: of the gateway, the services have those after it. */
export async function startServicesApart(
  port: number,
  more: Record<string, string> = {},
): Promise<ServicesApart> {
  const stack = new AsyncDisposableStack();
  const url = (name: ProcessName) => `http://127.0.0.1:${port + NAMES.indexOf(name)}`;
  const origin = url('gateway');
  await buildApplications();
  const files = mkdtempSync(join(tmpdir(), 'process-files-'));
  stack.defer(() => rmSync(files, { recursive: true, force: true }));
  const shared = stack.use(await createSharedDatabase(SERVICES));
  const administrator = new Client({ connectionString: shared.adminUrl });
  await administrator.connect();
  stack.defer(() => administrator.end());
  const processes: Record<string, ServiceProcess> = {};
  // A code of the second factor is good once.
  const officers = new Map<string, Promise<Person>>();
  const stop = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.values(processes).map(
          async (process) => [process.name, await process.kill('SIGTERM')] as const,
        ),
      ),
    );
  stack.defer(async () => void (await stop()));

  const environmentOf = (name: ProcessName): Record<string, string> => ({
    ...SECRETS,
    NODE_ENV: 'test',
    PUBLIC_URL: origin,
    FILES_DIRECTORY: files,
    MAIL_FROM: 'lapor@contoh.go.id',
    SMS_CALLBACK_SECRET: CALLBACK_SECRET,
    ...Object.fromEntries(NAMES.map((service) => [`${service.toUpperCase()}_URL`, url(service)])),
    ...(name === 'gateway'
      ? {}
      : { [`${name.toUpperCase()}_DATABASE_URL`]: shared.urls[name as ServiceName] }),
    ...more,
  });
  const start = (name: ProcessName) => {
    processes[name] = startProcess(name, port + NAMES.indexOf(name), environmentOf(name));
  };
  const isReady = async () => (await fetch(`${origin}/health/ready`)).ok;
  const sql = async <Row extends object>(text: string, values?: unknown[]) =>
    (await administrator.query<Row>(text, values)).rows;

  try {
    for (const name of NAMES) start(name);
    await eventually('readiness of all services', isReady, 110).catch((error: Error) => {
      throw new Error(
        `${error.message}\n${Object.values(processes)
          .map((process) => `${process.name}: ${process.output().slice(-600)}`)
          .join('\n')}`,
      );
    });
    await seedOfficers(origin, shared.urls, files);
    // Nobody comes in without a post, and posts travel as events; a few seconds are theirs.
    await eventually('posts at identity', async () => {
      const rows = await sql('select distinct account_id from identity.account_post');
      return rows.length === OFFICERS.length;
    });
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
  return {
    origin,
    processes,
    start,
    isReady,
    sql,
    stop,
    signIn: (id) => {
      const officer = officers.get(id) ?? signIn(origin, id);
      officers.set(id, officer);
      return officer;
    },
    async bringSms(from, text, messageId = randomUUID()) {
      const { status } = await callAsGateway(origin, CALLBACK_SECRET, { messageId, from, text });
      return status;
    },
    async inbox(to) {
      const answer = await fetch(`${origin}/mailbox/messages?to=${encodeURIComponent(to)}`);
      const { messages } = (await answer.json()) as { messages: { body: string }[] };
      return messages.map(({ body }) => body).reverse();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** A second replica of two services, for as long as it takes to make the officers. */
async function seedOfficers(
  publicUrl: string,
  urls: Record<ServiceName, string>,
  filesDirectory: string,
): Promise<void> {
  const base = (name: 'identity' | 'organisations') => ({
    databaseUrl: urls[name],
    clock: systemClock,
    logger: createLogger(name, 'error'),
    serviceSecret: SECRETS.SERVICE_SECRET,
  });
  await using identity = await startIdentity({
    ...base('identity'),
    authSecret: SECRETS.AUTH_SECRET,
    publicUrl,
    production: false,
    mailer: { send: async () => {} },
    officerDirectory: { contactOf: async () => null },
  });
  for (const { id } of OFFICERS)
    await identity.registerOfficerAccount({
      id,
      email: `${id}@contoh.go.id`,
      name: `Petugas ${id}`,
      password: PASSWORD,
      totpSecret: TOTP_SECRET,
    });
  await using organisations = await startOrganisations({
    ...base('organisations'),
    organisationsSecret: SECRETS.ORGANISATIONS_SECRET,
    filesDirectory,
  });
  await organisations.seedOfficers(
    OFFICERS.map(({ id, posts }) => ({ id, name: `Petugas ${id}`, posts: [...posts] })),
  );
}

/** As officers do: a password and the code of an authenticator app. */
async function signIn(origin: string, id: string): Promise<Person> {
  const officer = person(origin);
  const password = await officer.post('/auth/sign-in/email', {
    email: `${id}@contoh.go.id`,
    password: PASSWORD,
  });
  expect(await password.json()).toMatchObject({ twoFactorRedirect: true });
  const code = new TOTP({
    secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
  }).generate();
  expect((await officer.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
  return officer;
}
