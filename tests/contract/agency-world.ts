import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, Secret } from 'otpauth';
import { Client } from 'pg';
import { expect } from 'vitest';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase } from '@lapor/database/testing';
import { SERVICES, startPlatform, type Platform, type PlatformConfig } from '@lapor/platform';
import { person, type Person } from '../platform/graph-client.ts';

const TOTP_SECRET = 'kode-kedua-untuk-uji-sistem';
const PASSWORD = 'kata-sandi-uji';
const OFFICERS = [
  { id: 'desk', posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }] },
  { id: 'city', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
  { id: 'unit', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'opd-13-71-dpupr' }] },
  { id: 'other', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-72' }] },
] as const;
export type OfficerId = (typeof OFFICERS)[number]['id'];

/** The whole platform with officers, for systems of agencies that come over HTTP. */
export interface AgencyWorld extends AsyncDisposable {
  address: string;
  platform: Platform;
  lines: string[];
  filesDirectory: string;
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  officer(id: OfficerId): Person;
  /** A key of an organisation, made by its admin. */
  keyOf(by: OfficerId, organisationId: string, scopes: string[]): Promise<string>;
}

export async function startAgencyWorld(
  port: number,
  more: Partial<Pick<PlatformConfig, 'doors' | 'smtpUrl' | 'smsCallbackSecrets'>> = {},
): Promise<AgencyWorld> {
  const stack = new AsyncDisposableStack();
  const lines: string[] = [];
  const origin = `http://127.0.0.1:${port}`;
  const shared = stack.use(await createSharedDatabase(SERVICES));
  const administrator = new Client({ connectionString: shared.adminUrl });
  await administrator.connect();
  stack.defer(() => administrator.end());
  const files = mkdtempSync(join(tmpdir(), 'agency-files-'));
  stack.defer(() => rmSync(files, { recursive: true, force: true }));
  const platform = stack.use(
    await startPlatform({
      urls: shared.urls,
      secrets: {
        service: 's'.repeat(40),
        reports: 'r'.repeat(40),
        auth: 'a'.repeat(40),
        organisations: 'o'.repeat(40),
      },
      filesDirectory: files,
      publicUrl: origin,
      production: false,
      development: false,
      mailFrom: 'lapor@sistem.contoh.go.id',
      trustProxy: false,
      publicAnswerMilliseconds: 0,
      webhookLoopback: true,
      clock: systemClock,
      logLevel: 'trace',
      logDestination: { write: (line) => void lines.push(line) },
      port,
      host: '127.0.0.1',
      withApplications: false,
      ...more,
    }),
  );
  const { identity, organisations } = platform.services;
  for (const { id } of OFFICERS)
    await identity.registerOfficerAccount({
      id,
      email: `${id}@contoh.go.id`,
      name: `Petugas ${id}`,
      password: PASSWORD,
      totpSecret: TOTP_SECRET,
    });
  await organisations.seedOfficers(
    OFFICERS.map(({ id, posts }) => ({ id, name: `Petugas ${id}`, posts: [...posts] })),
  );
  await platform.services.settle();
  const { address } = await platform.open(null);
  const officers = new Map<OfficerId, Person>();
  for (const { id } of OFFICERS) {
    const someone = person(address);
    await someone.post('/auth/sign-in/email', { email: `${id}@contoh.go.id`, password: PASSWORD });
    const code = new TOTP({
      secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
    }).generate();
    expect((await someone.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
    officers.set(id, someone);
  }
  return {
    address,
    platform,
    lines,
    filesDirectory: files,
    sql: async <Row extends object>(text: string, values?: unknown[]) =>
      (await administrator.query<Row>(text, values)).rows,
    officer: (id) => officers.get(id)!,
    async keyOf(by, organisationId, scopes) {
      const made = await officers
        .get(by)!
        .post('/auth/api-keys', { label: 'Sistem', days: 30, scopes, organisationId });
      const { key } = (await made.json()) as { key?: string };
      if (!key) throw new Error(`No key: ${made.status}`);
      return key;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** A mailbox of a city's own system: everything that it was sent. */
export async function startListener() {
  const received: { headers: Record<string, string>; raw: string }[] = [];
  const server = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8').on('data', (part: string) => (raw += part));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, raw });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lapor`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
