import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { movableClock } from '@lapor/clock';
import { createSharedDatabase } from '@lapor/database/testing';
import { SERVICES, startPlatform, type Platform, type PlatformConfig } from '@lapor/platform';
import { createTokens, type Viewer } from '@lapor/viewer';
import { SUPPORTER } from '../oracle/fields.ts';
import { PEOPLE, person, PERSON_NAMES, type PersonName } from '../oracle/people.ts';
import { REPORT_NAMES, type ReportName } from '../oracle/reports.ts';
import type { Subject } from '../oracle/verdicts.ts';
import { must } from './acts.ts';
import { openBrowser, type Browser, type GraphAnswer } from './browser.ts';
import { gatherCredentials, gatherOnMonday, type Credentials } from './credentials.ts';
import { openDirectWay } from './direct.ts';
import { furnishOfficers, furnishOrganisations, type OrganisationFacts } from './organisations.ts';
import { accountId, registerAccounts, registerFirst, signIn, type AccountName } from './people.ts';
import { makePlaces, type PlaceIds } from './places.ts';
import { makeReports, type MadeReports } from './reports.ts';
import { makeUndoable, type Undone } from './undo.ts';

const ORIGIN = 'http://matriks.lapor.test';
const SECRETS = {
  service: 's'.repeat(40),
  reports: 'r'.repeat(40),
  auth: 'a'.repeat(40),
  organisations: 'o'.repeat(40),
};
/** Monday: what is to have ended by the day of the matrix begins. */
const MONDAY = '2026-11-16T02:40:00Z';
/** Friday, 20 November 2026, 09.40 WIB. */
export const FRIDAY = '2026-11-20T02:40:00Z';

const ANYTHING: Subject = { kind: 'anything', name: '' };

/** Everybody and everything that the matrix is about, in one platform. */
export interface World extends AsyncDisposable {
  /** Browsers of everybody; of a key several that are alike. */
  credentials: Credentials;
  /** A browser without anything, at an address of its own. */
  open(): Browser;
  /** Does what is due and delivers what waits. */
  settle(): Promise<void>;
  services: Platform['services'];
  filesDirectory: string;
  places: PlaceIds;
  reports: MadeReports;
  organisations: OrganisationFacts;
  /** Asks the graph as this viewer; the subject decides which grant is sent along, for those who have one. */
  ask(
    name: PersonName,
    subject: Subject,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphAnswer>;
  /** The headers by which this viewer asks about this subject, beside what the browser sends: grants, or the pass of a door. */
  headersOf(name: PersonName, subject: Subject): Promise<Record<string, string>>;
  /** The same for a mutation, executed by its subgraph for the viewer that the gateway makes of the credential. */
  askDirectly(
    name: PersonName,
    subject: Subject,
    mutation: string,
    variables: Record<string, unknown>,
  ): Promise<GraphAnswer>;
  /** What the gateway makes of the credential: the same text for the same viewer, wherever the request comes from. */
  identityOf(name: PersonName, subject: Subject): Promise<string>;
  /** From now on this is not kept. */
  undo(undone: Undone): void;
  /** A statement as the database's administrator. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Where its log lines go – nowhere, but for what ends it – and which doors are open: none. */
export type OptionsOfWorld = Partial<
  Pick<
    PlatformConfig,
    'logLevel' | 'logDestination' | 'doors' | 'smsCallbackSecrets' | 'webhookLoopback' | 'smtpUrl'
  >
>;

/** Starts the platform on a database of its own and makes everything; some twenty seconds on two cores. */
export async function startWorld(options: OptionsOfWorld = {}): Promise<World> {
  const stack = new AsyncDisposableStack();
  try {
    return await makeWorld(stack, options);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function makeWorld(stack: AsyncDisposableStack, options: OptionsOfWorld): Promise<World> {
  const shared = stack.use(await createSharedDatabase(SERVICES));
  const administrator = new Client({ connectionString: shared.adminUrl });
  await administrator.connect();
  stack.defer(() => administrator.end());
  const sql = async <Row extends object>(text: string, values?: unknown[]) =>
    (await administrator.query<Row>(text, values)).rows;
  const filesDirectory = mkdtempSync(join(tmpdir(), 'matrix-files-'));
  stack.defer(() => rmSync(filesDirectory, { recursive: true, force: true }));

  const clock = movableClock(MONDAY);
  const platform = stack.use(
    await startPlatform({
      urls: shared.urls,
      secrets: SECRETS,
      filesDirectory,
      publicUrl: ORIGIN,
      production: false,
      development: false,
      mailFrom: 'lapor@matriks.contoh.go.id',
      trustProxy: true,
      // The world is changed behind the gateway, which would go on to give what it kept.
      publicAnswerMilliseconds: 0,
      // Its minute never ends, for the clock stands still.
      pointsPerMinute: Number.MAX_SAFE_INTEGER,
      clock,
      logLevel: process.env.LOG_LEVEL ?? 'fatal',
      ...options,
      port: 0,
      host: '127.0.0.1',
      withApplications: false,
    }),
  );
  const { services } = platform;
  const direct = openDirectWay([
    services.reports.subgraph!,
    services.organisations.subgraph!,
    services.sla.subgraph!,
  ]);
  const { address } = await platform.open(null);
  const open = (key?: string) => openBrowser(address, ORIGIN, key);
  const enter = (name: AccountName) => signIn(open(), name);
  const ways = { open, enter, sql };
  const settle = () => services.settle();

  await registerFirst(services);
  await settle();
  const first = await enter('second national admin');
  const places = await makePlaces(first);
  await registerAccounts(services, places);
  await settle();
  const monday = await gatherOnMonday(ways, places);
  await planEnds(first, places);
  await settle();
  clock.set(FRIDAY);
  await settle();

  const credentials = await gatherCredentials(ways, places, monday);
  const by = (name: PersonName) => credentials.get(name)![0]!;
  const suspend = async (name: AccountName) => {
    const reason = 'Diberhentikan untuk matriks.';
    await must(by('national admin'), 'suspendOfficer', { officerId: accountId(name), reason });
  };
  await suspend('suspended officer');
  const organisations = await furnishOrganisations(
    { desk: by('national admin'), ombudsman: by('Ombudsman'), speaker: speakersOf(by) },
    places,
  );
  await suspend('suspended liaison officer');
  await furnishOfficers(by('national admin'), organisations, places);
  await settle();
  const reports = await makeReports(
    {
      reporter: by('reporter'),
      supporter: by(SUPPORTER),
      otherCitizen: by('another citizen'),
      stranger: open(),
      desk: by('national admin'),
      ombudsman: by('Ombudsman'),
      monitor: by('KSP monitor'),
      city: by('admin of the city'),
      otherCity: by('admin of the other city'),
      unit: by('liaison officer of the unit'),
      coHandlingUnit: by('liaison officer of the co-handling unit'),
      otherCitysUnit: by("liaison officer of the other city's unit"),
    },
    places,
    createTokens(SECRETS.service),
    settle,
  );
  await settle();
  // A day that moves no deadline: the calendar has been changed by somebody, and clocks were counted anew.
  await must(by('national admin'), 'saveHoliday', {
    date: '2027-11-03',
    name: 'Hari libur matriks',
    kind: 'NATIONAL',
    status: 'ESTIMATED',
    decree: 'Keppres 1/2026',
  });
  await settle();

  // All of it happens within a morning: half of the time has passed for whoever has to act, so that there are warnings to see.
  await sql(`update sla.timer set reached = true, reached_at = due_at where kind = 'HALF'`);
  // Each reporter was told something by telephone, those too who are hidden from officers.
  await sql(
    `insert into reports.told_message (notification_id, report_id, template, way, state, at)
     select 'told ' || id, id, 'report-routed', 'PHONE', 'SENT', submitted_at from reports.report`,
  );

  let turn = 0;
  const tokens = createTokens(SECRETS.service);
  // As `channels` does: a pass for each question, because it lasts a minute.
  const passOf = async (name: PersonName): Promise<Record<string, string>> =>
    name === 'sender at a door'
      ? { 'x-lapor-door': await tokens.signDoorPass({ channel: 'SMS', sender: '5e'.repeat(32) }) }
      : {};
  const headersOf: World['headersOf'] = async (name, subject) => ({
    ...grantsOf(name, subject, reports),
    ...(await passOf(name)),
  });
  const ask: World['ask'] = async (name, subject, query, variables) => {
    const own = credentials.get(name)!;
    turn += 1;
    return own[turn % own.length]!.graph(query, variables, await headersOf(name, subject));
  };
  const viewers = new Map<string, Promise<Viewer | null>>();
  const viewerOf = (name: PersonName, subject: Subject) => {
    const key = JSON.stringify([name, grantsOf(name, subject, reports)]);
    const known = viewers.get(key) ?? direct.viewerOf(() => ask(name, subject, '{ verificationQueueCount }'));
    viewers.set(key, known);
    return known;
  };
  // Known before anybody asks beside it: what is heard then belongs to nobody else.
  for (const name of PERSON_NAMES)
    for (const subject of [
      ANYTHING,
      ...REPORT_NAMES.map((report) => ({ kind: 'report', name: report }) as const),
    ])
      await viewerOf(name, subject);
  // Files go when a change was kept, and here none is.
  services.reports.deps.files.remove = async () => {};
  // The job has found nothing old enough; what it has done stands in the ledger all the same.
  await services.reports.deps.database.query(
    'matrix-retention-run',
    `insert into retention_run (id, at, rule, rule_version, count) values (gen_random_uuid(), '2026-11-18T20:00:00Z', 'fingerprints', '2026-01-01', 3)`,
  );
  const undoers = [
    services.reports.deps.database,
    databaseOf(services.organisations),
    databaseOf(services.sla),
  ].map(makeUndoable);
  return {
    credentials,
    open: () => open(),
    settle,
    services,
    filesDirectory,
    places,
    reports,
    organisations,
    sql,
    ask,
    headersOf,
    async askDirectly(name, subject, mutation, variables) {
      const viewer = await viewerOf(name, subject);
      return viewer ? direct.execute(viewer, mutation, variables) : { status: 401, data: null, errors: [] };
    },
    async identityOf(name, subject) {
      const viewer = await viewerOf(name, subject);
      return JSON.stringify(viewer && { ...viewer, source: undefined });
    },
    undo(undone) {
      for (const set of undoers) set(undone);
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** What is over on Friday, what runs then, and what is still to come. */
async function planEnds(desk: Browser, places: PlaceIds): Promise<void> {
  const postOf = async (name: AccountName): Promise<string> => {
    const asked = await desk.graph('query ($id: ID!) { officer(id: $id) { posts { id } } }', {
      id: accountId(name),
    });
    return asked.data!.officer.posts[0].id;
  };
  const delegate = async (to: AccountName, from: string, until: string) =>
    must(desk, 'delegatePost', {
      postId: await postOf('absent liaison officer'),
      substituteId: accountId(to),
      from,
      until,
    });
  await delegate('former substitute', '2026-11-16', '2026-11-17');
  await delegate('substitute', '2026-11-19', '2026-12-31');
  await must(desk, 'endPost', { postId: await postOf('officer whose post ended'), on: '2026-11-17' });
  const { officer } = await must(
    desk,
    'grantPost',
    {
      officerId: accountId('field officer below the unit'),
      organisationId: places.unit,
      role: 'FIELD_OFFICER',
    },
    'officer { posts { id organisation { id } } }',
  );
  const past = officer.posts.find(
    (post: { organisation: { id: string } }) => post.organisation.id === places.unit,
  );
  await must(desk, 'endPost', { postId: past.id, on: '2026-11-17' });
  await must(desk, 'grantPost', {
    officerId: accountId('officer whose post comes later'),
    organisationId: places['ministry of the desk'],
    role: 'NATIONAL_ADMIN',
    from: '2026-12-20',
  });
}

/** By subject somebody who may declare its readiness. */
const speakersOf = (by: (name: PersonName) => Browser) => ({
  city: by('admin of the city'),
  unit: by('admin of the unit'),
  'unit below': by('liaison officer of the unit below'),
  'sibling unit': by('admin of the sibling unit'),
  'other city': by('admin of the other city'),
  "other city's unit": by("liaison officer of the other city's unit"),
  province: by('admin of the province'),
  ministry: by('admin of the ministry'),
});

/** The headers of those who opened something: of the subject, or of a report that is as good as any. */
function grantsOf(name: PersonName, subject: Subject, { byName }: MadeReports): Record<string, string> {
  const { reporter, handOver } = PEOPLE[name];
  const asked = subject.kind === 'report' ? (subject.name as ReportName) : null;
  if (reporter === 'code') return { 'report-grant': byName[asked ?? 'filed without account'].reportGrant };
  if (person(name).workOrder) return { 'work-order-grant': byName[asked ?? 'with the unit'].workOrderGrant };
  if (handOver === 'this') return { 'hand-over-grant': byName[asked ?? 'handed over'].handOverGrant };
  if (handOver === 'another')
    return {
      'hand-over-grant':
        byName[asked === 'handed over' ? 'confidential, handed over' : 'handed over'].handOverGrant,
    };
  return {};
}

/** Writes go through the database that requests are lent. */
const databaseOf = ({ subgraph }: Platform['services']['organisations' | 'sla']) =>
  (
    subgraph!.createContext({
      viewer: { kind: 'public', posts: [], reportGrants: [] },
      requestId: 'matrix',
    }) as { database: Parameters<typeof makeUndoable>[0] }
  ).database;
