import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, Secret } from 'otpauth';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import { startIdentity } from '@lapor/service-identity';
import { startOrganisations } from '@lapor/service-organisations';
import { buildApplications, SERVICES, type ServiceName } from '@lapor/platform';
import { person, roadReport, type Person } from '../platform/graph-client.ts';
import { eventually, startProcess, type ServiceProcess } from '../platform/processes.ts';

const PORTS = {
  gateway: 23_200,
  reports: 23_201,
  organisations: 23_202,
  sla: 23_203,
  identity: 23_204,
  channels: 23_205,
} as const;
const url = (name: keyof typeof PORTS) => `http://127.0.0.1:${PORTS[name]}`;
const ORIGIN = url('gateway');
const SECRETS = {
  SERVICE_SECRET: 's'.repeat(40),
  REPORTS_SECRET: 'r'.repeat(40),
  ORGANISATIONS_SECRET: 'o'.repeat(40),
  AUTH_SECRET: 'a'.repeat(40),
};
const CALLBACK_SECRET = 'c'.repeat(40);
/** By the real clock, which these processes have. */
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
const TOTP_SECRET = 'kode-kedua-untuk-uji-kontrak';

const OFFICERS = [
  {
    id: 'desk',
    email: 'desk@contoh.go.id',
    posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }],
  },
  {
    id: 'city',
    email: 'city@contoh.go.id',
    posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }],
  },
  {
    id: 'road',
    email: 'road@contoh.go.id',
    posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' }],
  },
] as const;

describe('every service in a process of its own', () => {
  let shared: { urls: Record<ServiceName, string>; adminUrl: string } & AsyncDisposable;
  let processes: Record<string, ServiceProcess> = {};
  const files = mkdtempSync(join(tmpdir(), 'process-files-'));

  const environmentOf = (name: keyof typeof PORTS): Record<string, string> => ({
    ...SECRETS,
    NODE_ENV: 'test',
    PUBLIC_URL: ORIGIN,
    FILES_DIRECTORY: files,
    MAIL_FROM: 'lapor@contoh.go.id',
    SMS_CALLBACK_SECRET: CALLBACK_SECRET,
    ...Object.fromEntries(
      Object.keys(PORTS).map((service) => [
        `${service.toUpperCase()}_URL`,
        url(service as keyof typeof PORTS),
      ]),
    ),
    ...(name === 'gateway' ? {} : { [`${name.toUpperCase()}_DATABASE_URL`]: shared.urls[name] }),
  });
  const start = (name: keyof typeof PORTS) => {
    processes[name] = startProcess(name, PORTS[name], environmentOf(name));
  };
  const ready = async () => (await fetch(`${ORIGIN}/health/ready`)).ok;

  beforeAll(async () => {
    await buildApplications();
    shared = await createSharedDatabase(SERVICES);
    // In no particular order, the gateway first: each waits for nobody.
    for (const name of ['gateway', 'sla', 'channels', 'reports', 'identity', 'organisations'] as const)
      start(name);
    await eventually('readiness of all services', ready, 110).catch((error: Error) => {
      throw new Error(
        `${error.message}\n${Object.values(processes)
          .map((process) => `${process.name}: ${process.output().slice(-600)}`)
          .join('\n')}`,
      );
    });
    await seedOfficers();
  }, 180_000);

  afterAll(async () => {
    const codes = await Promise.all(
      Object.values(processes).map(async (process) => [process.name, await process.kill('SIGTERM')]),
    );
    await shared[Symbol.asyncDispose]();
    rmSync(files, { recursive: true, force: true });
    expect(Object.fromEntries(codes)).toEqual(
      Object.fromEntries(Object.keys(PORTS).map((name) => [name, 0])),
    );
  });

  /** A second replica of two services, for as long as it takes to make the officers. */
  async function seedOfficers() {
    const base = (name: 'identity' | 'organisations') => ({
      databaseUrl: shared.urls[name],
      clock: systemClock,
      logger: createLogger(name, 'error'),
      serviceSecret: SECRETS.SERVICE_SECRET,
    });
    await using identity = await startIdentity({
      ...base('identity'),
      authSecret: SECRETS.AUTH_SECRET,
      publicUrl: ORIGIN,
      production: false,
      mailer: { send: async () => {} },
      officerDirectory: { contactOf: async () => null },
    });
    for (const { id, email } of OFFICERS)
      await identity.registerOfficerAccount({
        id,
        email,
        name: `Petugas ${id}`,
        password: 'kata-sandi-uji',
        totpSecret: TOTP_SECRET,
      });
    await using organisations = await startOrganisations({
      ...base('organisations'),
      organisationsSecret: SECRETS.ORGANISATIONS_SECRET,
      filesDirectory: files,
    });
    await organisations.seedOfficers(
      OFFICERS.map(({ id, posts }) => ({ id, name: `Petugas ${id}`, posts: [...posts] })),
    );
    // Nobody comes in without a post, and posts travel as events; a few seconds are theirs.
    const admin = new Client({ connectionString: shared.adminUrl });
    await admin.connect();
    await eventually('posts at identity', async () => {
      const { rows } = await admin.query('select distinct account_id from identity.account_post');
      return rows.length === OFFICERS.length;
    });
    await admin.end();
  }

  async function signIn(email: string): Promise<Person> {
    const officer = person(ORIGIN);
    const password = await officer.post('/auth/sign-in/email', { email, password: 'kata-sandi-uji' });
    expect(await password.json()).toMatchObject({ twoFactorRedirect: true });
    const code = new TOTP({
      secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
    }).generate();
    expect((await officer.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
    return officer;
  }

  it('carries a report from a citizen to its closing, with clocks and mail', async () => {
    const [desk, city, road] = await Promise.all(OFFICERS.map(({ email }) => signIn(email)));
    const citizen = person(ORIGIN);
    const submitted = await citizen.do(
      'submitReport',
      roadReport(),
      '__typename ... on ReportSubmitted { accessCode report { id number } } ... on UserError { code }',
    );
    const { id: reportId, number } = submitted.report;
    const opened = await citizen.do(
      'openReport',
      { number, accessCode: submitted.accessCode },
      '__typename ... on ReportOpened { grant }',
    );
    citizen.open(opened.grant);

    // Posts and organisations travel as events; a few seconds are theirs.
    const verified = await eventually('verification', async () => {
      const result = await desk!.do('verifyReport', {
        reportId,
        class: 'GRIEVANCE',
        categoryId: roadReport().categoryId,
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      });
      return result.__typename === 'ReportChanged' && result;
    });
    expect(verified.report).toMatchObject({ state: 'DISPOSED', handler: { id: 'pemkot-13-71' } });
    expect(await city!.do('disposeReport', { reportId, organisationId: 'opd-13-71-dpupr' })).toMatchObject({
      report: { state: 'DISPOSED' },
    });
    expect(
      await road!.do('answerReport', {
        reportId,
        kind: 'PLAN',
        text: 'Penambalan dijadwalkan pekan depan.',
        promisedOn: nextWeek(),
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    expect(await citizen.do('replyToReport', { reportId, text: 'Terima kasih, kami tunggu.' })).toMatchObject(
      { report: { state: 'IN_PROGRESS' } },
    );
    expect(
      await road!.do('answerReport', {
        reportId,
        kind: 'RESULT',
        outcome: 'SOLVED',
        text: 'Jalan sudah ditambal seluruhnya.',
        noProofReason: 'Foto menyusul dari lapangan.',
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });

    const clocks = await eventually('clocks', async () => {
      const { data } = await person(ORIGIN).ask(
        `{ report(number: "${number}") { handler { name } nextDueClock clocks { kind status } } }`,
      );
      return (
        data.report.clocks?.some((clock: { kind: string }) => clock.kind === 'AUTO_CLOSE') && data.report
      );
    });
    expect(clocks.handler.name).toBe('Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang');
    expect(clocks.clocks).toContainEqual({ kind: 'FOLLOW_UP', status: 'MET' });
    expect(await citizen.do('confirmReport', { reportId })).toMatchObject({ report: { state: 'COMPLETED' } });
    await eventually('mail to the reporter', async () => {
      const messages = await (await fetch(`${ORIGIN}/mailbox/messages?to=warga@contoh.id`)).text();
      return messages.includes(`${number.slice(0, 4)} ${number.slice(4)}`);
    });
  });

  it('takes a short message in at the gateway, and files by it', async () => {
    const from = '+6281200000064';
    const send = async (text: string) => {
      const body = JSON.stringify({ messageId: randomUUID(), from, text });
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const digest = createHmac('sha256', CALLBACK_SECRET).update(`${timestamp}.${body}`).digest('hex');
      const headers = {
        'content-type': 'application/json',
        'x-lapor-timestamp': timestamp,
        'x-lapor-signature': `v1=${digest}`,
      };
      expect((await fetch(`${ORIGIN}/channels/sms`, { method: 'POST', headers, body })).status).toBe(202);
    };
    const told = (words: string) =>
      eventually(`"${words}" by phone`, async () => {
        const to = encodeURIComponent(from);
        return (await (await fetch(`${ORIGIN}/mailbox/messages?to=${to}`)).text()).includes(words);
      });
    await send('LAPOR lampu jalan padam di depan masjid');
    await told('Di mana kejadiannya?');
    await send('Kuranji, Padang');
    await told('(kode K1) diterima. Tempat: Kuranji, Kota Padang');
  });

  it('loses only the fields of a service that is killed, files reports meanwhile, and catches up when it is back', async () => {
    await Promise.all([processes.sla!.kill('SIGKILL'), processes.organisations!.kill('SIGKILL')]);
    const citizen = person(ORIGIN);
    const submitted = await citizen.do(
      'submitReport',
      roadReport(),
      '__typename ... on ReportSubmitted { accessCode report { id number } }',
    );
    expect(submitted.__typename).toBe('ReportSubmitted');
    const { data, errors } = await citizen.ask(
      '{ publicReports(first: 1) { edges { node { title handler { id name } nextClock { kind } } } } }',
    );
    expect(data.publicReports.edges[0].node).toMatchObject({ title: roadReport().title, nextClock: null });
    expect(errors!.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|2320|sla|organisations|ECONN/);
    expect(await ready()).toBe(false);

    start('sla');
    start('organisations');
    await eventually('readiness after the restart', ready, 60);
    const opened = await citizen.do(
      'openReport',
      { number: submitted.report.number, accessCode: submitted.accessCode },
      '__typename ... on ReportOpened { grant }',
    );
    citizen.open(opened.grant);
    await eventually('the clock of the report filed meanwhile', async () => {
      const answer = await citizen.ask(
        `{ report(number: "${submitted.report.number}") { nextClock { kind status } } }`,
      );
      return answer.data.report.nextClock?.kind === 'VERIFICATION';
    });
  });
});
