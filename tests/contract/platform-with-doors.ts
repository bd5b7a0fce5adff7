import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, Secret } from 'otpauth';
import { Client } from 'pg';
import { expect } from 'vitest';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase } from '@lapor/database/testing';
import { SERVICES, startPlatform, type Platform, type PlatformConfig } from '@lapor/platform';
import { person, roadReport, type Person } from '../platform/graph-client.ts';

const SECRETS = {
  service: 's'.repeat(40),
  reports: 'r'.repeat(40),
  auth: 'a'.repeat(40),
  organisations: 'o'.repeat(40),
};
const TOTP_SECRET = 'kode-kedua-untuk-uji-pintu';
const PASSWORD = 'kata-sandi-uji';
const OFFICERS = [
  { id: 'desk', posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }] },
  { id: 'city', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
  { id: 'road', posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' }] },
] as const;
type OfficerName = (typeof OFFICERS)[number]['id'];

/** The whole platform, with a door open and officers signed in. */
export interface WithDoors extends AsyncDisposable {
  platform: Platform;
  address: string;
  officer(name: OfficerName): Person;
  /** Everything that was logged. */
  lines: string[];
  /** All rows of all services as their administrator reads them, by table. */
  rows(): Promise<{ table: string; rows: string }[]>;
  /** Does something as an officer with a report, which has to work. */
  must(name: OfficerName, mutation: string, input: Record<string, unknown>): Promise<void>;
  /** What an officer does with a report from its verification to its plan. */
  verify(reportId: string): Promise<void>;
  dispose(reportId: string): Promise<void>;
  plan(reportId: string, text: string): Promise<void>;
  result(reportId: string, text: string): Promise<void>;
}

export async function startWithDoors(
  port: number,
  config: Partial<Pick<PlatformConfig, 'doors' | 'smtpUrl' | 'mailFrom' | 'smsCallbackSecrets'>>,
): Promise<WithDoors> {
  const stack = new AsyncDisposableStack();
  const lines: string[] = [];
  const shared = stack.use(await createSharedDatabase(SERVICES));
  const files = mkdtempSync(join(tmpdir(), 'door-files-'));
  stack.defer(() => rmSync(files, { recursive: true, force: true }));
  const platform = stack.use(
    await startPlatform({
      urls: shared.urls,
      secrets: SECRETS,
      filesDirectory: files,
      publicUrl: `http://127.0.0.1:${port}`,
      production: false,
      development: false,
      mailFrom: 'lapor@pintu.contoh.test',
      trustProxy: false,
      publicAnswerMilliseconds: 0,
      clock: systemClock,
      logLevel: 'trace',
      logDestination: { write: (line) => void lines.push(line) },
      port,
      host: '127.0.0.1',
      withApplications: false,
      ...config,
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
  const officers = new Map<string, Person>();
  for (const { id } of OFFICERS) {
    const someone = person(address);
    await someone.post('/auth/sign-in/email', { email: `${id}@contoh.go.id`, password: PASSWORD });
    const code = new TOTP({
      secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
    }).generate();
    expect((await someone.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
    officers.set(id, someone);
  }
  const officer = (name: OfficerName) => officers.get(name)!;
  const must = async (name: OfficerName, mutation: string, input: Record<string, unknown>) =>
    expect(await officer(name).do(mutation, input)).toMatchObject({ __typename: 'ReportChanged' });
  return {
    platform,
    address,
    officer,
    lines,
    rows: () => allRows(shared.adminUrl),
    must,
    verify: (reportId) =>
      must('desk', 'verifyReport', {
        reportId,
        class: 'GRIEVANCE',
        categoryId: roadReport().categoryId,
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      }),
    dispose: (reportId) => must('city', 'disposeReport', { reportId, organisationId: 'opd-13-71-dpupr' }),
    plan: (reportId, text) =>
      must('road', 'answerReport', {
        reportId,
        kind: 'PLAN',
        text,
        promisedOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
      }),
    result: (reportId, text) =>
      must('road', 'answerReport', {
        reportId,
        kind: 'RESULT',
        outcome: 'SOLVED',
        noProofReason: 'Foto menyusul dari lapangan.',
        text,
      }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function allRows(adminUrl: string): Promise<{ table: string; rows: string }[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const found = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      found.push({ table: name, rows: rows.map(({ row }) => row).join('\n') });
    }
    return found;
  } finally {
    await client.end();
  }
}
