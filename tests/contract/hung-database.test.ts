import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase, openDetour, type Detour } from '@lapor/database/testing';
import { SERVICES, startPlatform, type Platform, type ServiceName } from '@lapor/platform';
import { person, roadReport, type Person } from '../platform/graph-client.ts';
import { eventually } from '../platform/processes.ts';

const PORT = 23_260;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const SECRETS = {
  service: 's'.repeat(40),
  reports: 'r'.repeat(40),
  auth: 'a'.repeat(40),
  organisations: 'o'.repeat(40),
};
const TOTP_SECRET = 'kode-kedua-untuk-uji-hening';
const CITY = 'pemkot-13-71';
/** promises.md, "Faults": within so long is every request answered, and served again once the database is back. */
const PROMISED = 5_000;
const SUBMITTED = '__typename ... on ReportSubmitted { report { id number } } ... on UserError { code }';

/** The platform's usual limits, which tests beside others on one machine do not keep. */
function withUsualLimits(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('statement_timeout');
  return url.href;
}

describe('the platform on a database that answers nothing', () => {
  const stack = new AsyncDisposableStack();
  const detours: Detour[] = [];
  let platform: Platform;
  let address: string;
  let citizen: Person;
  let admin: Person;

  beforeAll(async () => {
    const shared = stack.use(await createSharedDatabase(SERVICES));
    const files = mkdtempSync(join(tmpdir(), 'hung-files-'));
    stack.defer(() => rmSync(files, { recursive: true, force: true }));
    const urls = {} as Record<ServiceName, string>;
    for (const name of SERVICES) {
      const detour = stack.use(await openDetour(withUsualLimits(shared.urls[name])));
      detours.push(detour);
      urls[name] = detour.url;
    }
    platform = stack.use(
      await startPlatform({
        urls,
        secrets: SECRETS,
        filesDirectory: files,
        publicUrl: ORIGIN,
        production: false,
        development: false,
        mailFrom: 'lapor@contoh.go.id',
        trustProxy: false,
        // Readers without a credential would be given what was kept.
        publicAnswerMilliseconds: 0,
        clock: systemClock,
        logLevel: 'fatal',
        port: PORT,
        host: '127.0.0.1',
        withApplications: false,
      }),
    );
    const { identity, organisations } = platform.services;
    await identity.registerOfficerAccount({
      id: 'city',
      email: 'city@contoh.go.id',
      name: 'Petugas kota',
      password: 'kata-sandi-uji',
      totpSecret: TOTP_SECRET,
    });
    await organisations.seedOfficers([
      { id: 'city', name: 'Petugas kota', posts: [{ role: 'AGENCY_ADMIN', organisationId: CITY }] },
    ]);
    await organisations.setDirectVerification(
      { organisationId: CITY, isEnabled: true },
      {
        kind: 'officer',
        accountId: 'desk',
        posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }],
        reportGrants: [],
      },
    );
    await platform.services.settle();
    ({ address } = await platform.open(null));
    citizen = person(address);
    admin = person(address);
    const password = await admin.post('/auth/sign-in/email', {
      email: 'city@contoh.go.id',
      password: 'kata-sandi-uji',
    });
    expect(password.status).toBe(200);
    const code = new TOTP({
      secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
    }).generate();
    expect((await admin.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
  });
  afterAll(() => stack.disposeAsync());

  const inbox = () =>
    admin.ask(
      `{ inbox(bucket: TO_VERIFY, organisationId: "${CITY}", first: 10) { edges { node { number } } } }`,
    );

  it('takes what is filed on an agency’s own page to that agency, while it answers', async () => {
    const { report } = await citizen.do('submitReport', { ...roadReport(), filedOnPageOf: CITY }, SUBMITTED);
    const { data, errors } = await inbox();
    expect(errors).toBeUndefined();
    expect(data.inbox.edges).toEqual([{ node: { number: report.number } }]);
  });

  it('answers everybody within five seconds with something to try again, and serves again when it is back', async () => {
    const sent = roadReport();
    for (const detour of detours) detour.silence();
    const timed = async <Value>(work: Promise<Value>) => {
      const start = performance.now();
      return { value: await work, milliseconds: performance.now() - start };
    };
    const graph = async (who: Person, query: string, variables?: Record<string, unknown>) => {
      const response = await who.post('/graphql', { query, variables });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: any[] };
      return { status: response.status, data, codes: errors?.map(({ extensions }) => extensions.code) };
    };
    const SUBMIT = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }';
    const upload = async () => {
      const response = await fetch(`${address}/files`, {
        method: 'POST',
        headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'submission-key': sent.submissionKey },
      });
      return { status: response.status, codes: [((await response.json()) as { code: string }).code] };
    };
    const signIn = async () => {
      const response = await person(address).post('/auth/sign-in/email', {
        email: 'city@contoh.go.id',
        password: 'kata-sandi-uji',
      });
      await response.arrayBuffer();
      return { status: response.status };
    };
    // Twice: first on connections that were open, then on those that are made anew. Several at once each time.
    for (const round of [1, 2]) {
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => [
          timed(graph(citizen, '{ publicReports(first: 5) { edges { node { number } } } }')),
          timed(graph(admin, '{ inboxCounters { new } }')),
          timed(graph(citizen, SUBMIT, { input: sent })),
          timed(upload()),
        ]).flat(),
      );
      for (const { value, milliseconds } of answers) {
        expect(milliseconds, JSON.stringify([round, value])).toBeLessThan(PROMISED);
        expect(value.codes, JSON.stringify(value)).toEqual(['SERVICE_UNAVAILABLE']);
        expect([200, 503]).toContain(value.status);
      }
      const { value, milliseconds } = await timed(signIn());
      expect(milliseconds).toBeLessThan(PROMISED);
      expect(value.status).toBeGreaterThanOrEqual(500);
    }
    for (const detour of detours) detour.speak();
    const start = performance.now();
    // The same key, as the application keeps it: one report, however often it was tried.
    const { report } = await eventually(
      'filing',
      async () => {
        const result = await citizen.do('submitReport', sent, SUBMITTED).catch(() => null);
        return result?.__typename === 'ReportSubmitted' && result;
      },
      PROMISED / 1_000,
    );
    await eventually('the officer’s list', async () => !(await inbox()).errors, PROMISED / 1_000);
    expect(performance.now() - start).toBeLessThan(PROMISED);
    expect((await citizen.do('submitReport', sent, SUBMITTED)).report).toEqual(report);
  });
});
