import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { movableClock, type MovableClock } from '@lapor/clock';
import { createTestDatabase, type TestDatabase } from '@lapor/database/testing';
import type { DeliveredEvent } from '@lapor/events';
import { createLogger, type Logger } from '@lapor/logging';
import { PUBLIC_VIEWER, type PostRole, type Viewer } from '@lapor/viewer';
import { importCategories } from '../src/modules/category/index.ts';
import { importSynonyms } from '../src/modules/search/index.ts';
import { reportsDatabase, startReports, type ReportsService } from '../src/index.ts';

/** Two governments and a ministry, as `organisations` would tell of them. */
const ORGANISATIONS: [id: string, parent: string | null, name: string, path: string[]][] = [
  ['kemenpanrb', null, 'Kementerian PANRB', ['kemenpanrb']],
  ['pemkot-13-71', null, 'Pemerintah Kota Padang', ['pemkot-13-71']],
  ['opd-13-71-dpupr', 'pemkot-13-71', 'Dinas PUPR Kota Padang', ['pemkot-13-71', 'opd-13-71-dpupr']],
  ['opd-13-71-dishub', 'pemkot-13-71', 'Dinas Perhubungan Kota Padang', ['pemkot-13-71', 'opd-13-71-dishub']],
  [
    'unit-bina-marga',
    'opd-13-71-dpupr',
    'Bidang Bina Marga',
    ['pemkot-13-71', 'opd-13-71-dpupr', 'unit-bina-marga'],
  ],
  ['pemkot-13-77', null, 'Pemerintah Kota Pariaman', ['pemkot-13-77']],
  ['opd-13-77-dpupr', 'pemkot-13-77', 'Dinas PUPR Kota Pariaman', ['pemkot-13-77', 'opd-13-77-dpupr']],
];

export const organisationEvents = (): DeliveredEvent[] =>
  ORGANISATIONS.map(([organisationId, parentId, name, path], index) => ({
    id: index + 1,
    stream: organisationId,
    type: 'organisation.changed',
    occurredAt: '2026-01-01T00:00:00.000Z',
    payload: {
      organisationId,
      name,
      acronym: null,
      kind: parentId ? 'OPD' : 'CITY',
      status: 'ACTIVE',
      parentId,
      governmentId: path[0],
      path,
      regionCode: '13.71',
      timeZone: 'Asia/Jakarta',
      isStaffed: true,
      unitKeys: [],
      hasDirectVerification: false,
      successorIds: [],
      version: 1,
    },
  }));

/** Actors by role. */
export const actor = {
  public: PUBLIC_VIEWER,
  citizen: (accountId: string): Viewer => ({ kind: 'citizen', accountId, posts: [], reportGrants: [] }),
  withGrant: (...reportGrants: string[]): Viewer => ({ kind: 'public', posts: [], reportGrants }),
  officer: (role: PostRole, organisationId: string): Viewer => ({
    kind: 'officer',
    accountId: `officer-${role.toLowerCase()}-${organisationId}`,
    posts: [{ role, organisationId }],
    reportGrants: [],
  }),
  nationalAdmin: (): Viewer => actor.officer('NATIONAL_ADMIN', 'kemenpanrb'),
};

export interface HarnessOptions {
  /** Without the organisations the service knows of none, as before their first event. */
  organisations?: boolean;
  logger?: Logger;
}

export interface Harness extends AsyncDisposable {
  service: ReportsService;
  /** Where the files lie. */
  filesDirectory: string;
  deps: ReportsService['deps'];
  clock: MovableClock;
  test: TestDatabase;
  /** Runs a document as a viewer; throws on GraphQL errors. */
  ask<Data = any>(viewer: Viewer, document: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Events written so far, oldest first. */
  events(type?: string): Promise<{ type: string; payload: any }[]>;
  /** Named reads so far. */
  statements(): number;
  /** One row of a statement on the service's own tables. */
  row<Row extends Record<string, unknown> = any>(text: string, ...values: unknown[]): Promise<Row>;
}

/** A running service on its own database, with categories, a few organisations and a clock that stands at Friday, 20 November 2026, 09.40 WIB. */
export async function startHarness({ organisations = true, logger }: HarnessOptions = {}): Promise<Harness> {
  const clock = movableClock('2026-11-20T02:40:00Z');
  const test = await createTestDatabase(reportsDatabase, 'categories-2', async (database) => {
    const imported = await importCategories(database, new Date('2026-01-01T00:00:00Z'));
    if (imported.outcome === 'refused') throw new Error('The categories are faulty');
    await importSynonyms(database, new Date('2026-01-01T00:00:00Z'));
  });
  const filesDirectory = mkdtempSync(join(tmpdir(), 'reports-files-'));
  const service = await startReports({
    databaseUrl: test.url,
    serviceSecret: 's'.repeat(32),
    reportsSecret: 'r'.repeat(32),
    publicUrl: 'https://lapor.contoh.go.id',
    filesDirectory,
    clock,
    logger: logger ?? createLogger('reports', 'silent'),
    importReferenceData: false,
    connections: 6,
  });
  if (organisations) await service.receiveEvents('organisations', organisationEvents());
  let statements = 0;
  const count =
    <Args extends unknown[], Result>(run: (...args: Args) => Result) =>
    (...args: Args) => {
      statements += 1;
      return run(...args);
    };
  service.deps.database.query = count(service.deps.database.query) as typeof service.deps.database.query;
  return {
    service,
    deps: service.deps,
    filesDirectory,
    clock,
    test,
    async ask(viewer, source, variableValues) {
      const { subgraph } = service;
      const contextValue = subgraph!.createContext({ viewer, requestId: randomUUID() });
      const { data, errors } = await graphql({
        schema: subgraph!.schema,
        source,
        variableValues,
        contextValue,
      });
      if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
      return JSON.parse(JSON.stringify(data));
    },
    events: (type) =>
      test.database.query(
        'events',
        'select type, payload from event where $1::text is null or type = $1 order by id',
        [type ?? null],
      ),
    statements: () => statements,
    row: async (text, ...values) => (await test.database.pool.query(text, values)).rows[0],
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
      rmSync(filesDirectory, { recursive: true, force: true });
    },
  };
}

/** A complete submission; override what the test is about. */
export const submission = (overrides: Record<string, unknown> = {}) => ({
  submissionKey: randomUUID(),
  kind: 'COMPLAINT' as const,
  title: 'Jalan berlubang di depan pasar',
  text: 'Jalan di depan pasar kecamatan kami sudah berlubang sejak dua bulan lalu.',
  regionCode: '13.71.09',
  categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
  isAnonymous: false,
  isConfidential: false,
  ...overrides,
});

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename
  ... on ReportSubmitted { accessCode report { id number state submittedAt updatedAt } } ... on InvalidInput { fields { path code } } ... on UserError { code } } }`;

/** Files a report; returns its id, number and code. */
export async function file(
  harness: Harness,
  viewer: Viewer = actor.public,
  overrides: Record<string, unknown> = {},
) {
  const { submitReport } = await harness.ask(viewer, SUBMIT, { input: submission(overrides) });
  if (submitReport.__typename !== 'ReportSubmitted') throw new Error(JSON.stringify(submitReport));
  return {
    id: submitReport.report.id as string,
    number: submitReport.report.number as string,
    accessCode: submitReport.accessCode as string,
  };
}

/** What an answer has to say besides its words; of the other kinds it says nothing. */
const ANSWER = {
  outcome: 'SOLVED',
  noProofReason: 'Tidak ada yang dapat difoto.',
  obstacleReason: 'MATERIAL',
};

/** Calls one of the changing mutations; gives its result with state, codes and faults. */
export async function change(
  harness: Harness,
  viewer: Viewer,
  mutation: string,
  input: Record<string, unknown>,
) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const data = await harness.ask(
    viewer,
    `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename
      ... on ReportChanged { report { id state handler { id } isPublished isConfidential isAnonymous missingData returnCount } }
      ... on ReportOutOfSight { wentTo organisation { id } }
      ... on InvalidInput { fields { path code } } ... on TransitionRefused { state } ... on UserError { code } } }`,
    { input: mutation === 'answerReport' ? { ...ANSWER, ...input } : input },
  );
  return data.result;
}

/** The usual decision of the national desk: to Dinas PUPR Kota Padang. */
export const verification = (reportId: string, overrides: Record<string, unknown> = {}) => ({
  reportId,
  class: 'GRIEVANCE',
  categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
  leadOrganisationId: 'pemkot-13-71',
  safeToPublish: true,
  ...overrides,
});
