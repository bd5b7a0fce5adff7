import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { TABLES_PER_MINUTE } from '../src/modules/figure/routes.ts';
import { aReport, at, BY_CITIZEN, BY_DESK, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

/** The attacks of docs/adr/0043-what-outsiders-may-count.md, tried. */

const KEY: Viewer = { ...officer('ANALYST', 'ksp'), apiKey: { id: 'key', scopes: ['graph:read'] } };
const OUTSIDERS: readonly Viewer[] = [PUBLIC_VIEWER, officer('ANALYST', 'ksp'), KEY];
const WHOLE = { from: '2026-01-01', to: '2026-12-31' };
const MONTHS = [WHOLE, { from: '2026-11-01', to: '2026-11-30' }, { from: '2026-10-01', to: '2026-10-31' }];
const FIGURES = `received isSuppressed submitted postponed disposed inProgress completed archived followUpRate followUpRateWithoutArchived
  completionRate completionRateWithoutArchived handedOver withObstacles promisesKept promisesBroken keptPromiseRate rated averageRating
  satisfiedRate disputeRate reopenRate toFollowUp { count open meanDays medianDays ninetiethPercentileDays medianDaysWithOpen }
  toCompletion { count open meanDays medianDays ninetiethPercentileDays medianDaysWithOpen }`;

const COUNTS = new Set(
  `received submitted postponed disposed inProgress completed archived handedOver withObstacles promisesKept promisesBroken rated count open
   followedUp openUpTo7Days openUpTo30Days openLonger overdue overdueUpTo7Days receivedThisMonth receivedToday completedThisMonth`.split(
    /\s+/,
  ),
);

/** Every way of asking the tables, each dimension with each fitting filter. */
const QUESTIONS: readonly string[] = [
  'by: TOTAL',
  'by: DAY',
  'by: MONTH',
  'by: GOVERNMENT',
  'by: GOVERNMENT, orderBy: FOLLOW_UP_RATE, filter: { governmentKind: CITY }',
  'by: GOVERNMENT, receivedAtLeast: 1, receivedAtMost: 4',
  'by: GOVERNMENT, orderBy: RECEIVED, receivedAtMost: 12',
  'by: GOVERNMENT, filter: { categoryId: "jalan" }',
  'by: GOVERNMENT, filter: { kind: COMPLAINT }',
  'by: UNIT, filter: { organisationId: "pemkot-padang" }',
  'by: TOTAL, filter: { organisationId: "padang-pupr" }',
  'by: REGION',
  'by: REGION, filter: { regionCode: "13" }',
  'by: REGION, filter: { regionCode: "13.71" }',
  'by: REGION, filter: { categoryId: "jalan" }',
  'by: CATEGORY',
  'by: CATEGORY, filter: { categoryId: "jalan" }',
  'by: CATEGORY, filter: { regionCode: "13.71" }',
  'by: CATEGORY, filter: { organisationId: "pemkot-padang" }',
  'by: KIND',
  'by: CLASS, filter: { organisationId: "pemkot-padang" }',
  'by: CHANNEL, filter: { kind: COMPLAINT }',
];

describe('outsiders', () => {
  let sla: TestService;
  let nextId = 0;
  const report = (
    submitted: string,
    {
      isConfidential = false,
      unit = 'padang-pupr' as UnitName,
      ends = 'result' as 'waits' | 'result' | 'completed' | 'archived',
    } = {},
  ) => {
    const history = aReport(submitted, {
      reportId: `report-${++nextId}`,
      isConfidential,
      categoryId: nextId % 2 ? 'jalan.rusak' : 'jalan.macet',
      regionCode: nextId % 3 ? '13.71.03' : '13.72.01',
    });
    if (ends === 'waits') return history.events;
    if (ends === 'archived')
      return history.next('2026-11-21 10:00', 'ARCHIVED', {
        ...BY_DESK,
        state: 'ARCHIVED',
        reasonCode: 'SPAM',
      }).events;
    history
      .disposed('2026-11-20 10:00', [unit], { reportClass: 'GRIEVANCE' })
      .result('2026-11-21 10:00', unit);
    if (ends === 'completed') {
      history.next('2026-11-22 10:00', 'CONFIRMED', { ...BY_CITIZEN, state: 'COMPLETED' });
      history.next('2026-11-23 10:00', 'RATED', { ...BY_CITIZEN, rating: 5 });
    }
    return history.events;
  };
  const ENDS = ['waits', 'result', 'completed', 'archived'] as const;

  beforeAll(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
    await sla.deliver(
      'organisations',
      'organisation.changed',
      [['pemkot-padang'], ['pemkot-padang', 'padang-pupr'], ['pemkot-makassar']].map((path) => ({
        organisationId: path.at(-1),
        name: 'x',
        acronym: null,
        kind: path.length === 1 ? 'CITY' : 'OPD',
        status: 'ACTIVE',
        parentId: null,
        governmentId: path[0],
        path,
        regionCode: null,
        timeZone: 'Asia/Jakarta',
        isStaffed: true,
        unitKeys: [],
        hasDirectVerification: false,
        successorIds: [],
        version: 1,
      })),
    );
    for (let index = 0; index < 60; index++)
      await sla.tell(
        report(index % 4 ? '2026-11-19 10:00' : '2026-10-19 10:00', {
          ends: ENDS[index % ENDS.length]!,
          unit: index % 5 ? 'padang-pupr' : 'makassar',
        }),
      );
  });
  afterAll(() => sla[Symbol.asyncDispose]());

  const periodOf = ({ from, to }: typeof WHOLE) => `{ from: "${from}", to: "${to}" }`;
  async function everythingTold(viewer: Viewer): Promise<Record<string, unknown>> {
    const told: Record<string, unknown> = {};
    for (const period of MONTHS)
      for (const question of QUESTIONS) {
        const document = `{ reportFigures(period: ${periodOf(period)}, ${question}, compare: true, first: 100) {
          totalCount edges { node { key rank figures { ${FIGURES} } previous { ${FIGURES} } } } } }`;
        told[`${periodOf(period)} ${question}`] = await sla.query(document, viewer);
      }
    const others = `{ activityFigures(period: ${periodOf(WHOLE)}) { from received followedUp completed handedOver }
      archiveFigures(period: ${periodOf(WHOLE)}) { reason count }
      openFigures(by: GOVERNMENT) { edges { node { key open openUpTo7Days openUpTo30Days openLonger overdue overdueUpTo7Days overdueRate } } }
      hopFigures(period: ${periodOf(WHOLE)}) { edges { node { from { id } to { id } count } } }
      confidentialReportFigures(table: GOVERNMENTS, year: 2026) { total }
      burstFigures { count usual } publicStatistics { receivedThisMonth followedUpPercent medianFollowUpDays handedOver byState { state count } }
      nationalOverview { receivedToday receivedThisMonth completedThisMonth overdue open handedOver byState { state count }
        byDay { date received completed } topAgencies { organisation { id } received followedUp overdue } } }`;
    told.others = await sla.query(others, viewer);
    told.csv = await csvOf(viewer, '/figures/reports.csv?from=2026-01-01&to=2026-12-31&by=GOVERNMENT');
    return told;
  }
  async function csvOf(viewer: Viewer, url: string): Promise<string> {
    const server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = viewer;
    });
    await sla.service.routes!(server);
    const { body } = await server.inject({ url });
    await server.close();
    return body;
  }

  test('learn nothing of confidential reports, whatever they ask, subtract or compare: every answer is the same with and without', async () => {
    const before = await Promise.all(OUTSIDERS.map(everythingTold));
    const desk = await everythingTold(DESK);
    for (const end of ENDS)
      await sla.tell(
        ...Array.from({ length: 6 }, (_, index) =>
          report(index % 2 ? '2026-11-18 10:00' : '2026-10-18 10:00', { isConfidential: true, ends: end }),
        ),
      );
    expect(await Promise.all(OUTSIDERS.map(everythingTold))).toEqual(before);
    expect(await everythingTold(DESK)).not.toEqual(desk);
  });

  test('find no number from one to four in any cell', async () => {
    const numbers = (value: unknown, key = ''): [string, number][] =>
      typeof value === 'number'
        ? [[key, value]]
        : value && typeof value === 'object'
          ? Object.entries(value).flatMap(([name, inner]) => numbers(inner, name))
          : [];
    const isCount = (name: string) => COUNTS.has(name);
    for (const viewer of OUTSIDERS) {
      const { csv: _csv, ...told } = await everythingTold(viewer);
      const small = numbers(told).filter(([name, count]) => isCount(name) && count > 0 && count < 5);
      expect(small).toEqual([]);
    }
  });

  test('cannot get a day by subtracting one period from another: periods are whole months', async () => {
    for (const viewer of OUTSIDERS) {
      const { errors } = await sla.query(
        `{ reportFigures(period: { from: "2026-11-01", to: "2026-11-19" }, by: GOVERNMENT) { totalCount } }`,
        viewer,
      );
      expect(errors[0].message).toMatch('Only the whole country is told by days');
      expect(await csvOf(viewer, '/figures/reports.csv?from=2026-11-01&to=2026-11-19&by=REGION')).toMatch(
        'BAD_USER_INPUT',
      );
    }
  });

  test('fetch so many whole tables a minute and no more, each for themselves', async () => {
    const server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = request.headers['x-reader'] === 'key' ? KEY : { ...PUBLIC_VIEWER, source: 'here' };
    });
    await sla.service.routes!(server);
    const fetchAs = (reader: string) =>
      server.inject({ url: '/figures/open.csv', headers: { 'x-reader': reader } });
    for (let count = 0; count < TABLES_PER_MINUTE; count++)
      expect((await fetchAs('public')).statusCode).toBe(200);
    const refused = await fetchAs('public');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await fetchAs('key')).statusCode).toBe(200);
    await server.close();
  });

  test('cannot get a row that is kept back from the sum of the others', async () => {
    await sla.tell(...Array.from({ length: 2 }, () => report('2026-11-19 10:00', { unit: 'jayapura-pupr' })));
    const { reportFigures } = await sla.query(
      `{ reportFigures(period: ${periodOf(WHOLE)}, by: GOVERNMENT) { edges { node { key figures { received isSuppressed } } } } }`,
      KEY,
    );
    const kept = reportFigures.edges.filter(({ node }: any) => node.figures.received === null);
    expect(kept.map(({ node }: any) => node.key)).toContain('pemkot-jayapura');
    expect(kept.length).toBeGreaterThan(1);
  });

  test('an agency sees its own subtree exactly, without confidential reports, and no other more than the public', async () => {
    const admin = officer('AGENCY_ADMIN', 'pemkot-padang');
    const ask = async (organisationId: string, viewer: Viewer) =>
      sla.query(
        `{ reportFigures(period: { from: "2026-11-18", to: "2026-11-18" }, filter: { organisationId: "${organisationId}" }) { edges { node { figures { received } } } } }`,
        viewer,
      );
    expect((await ask('padang-pupr', admin)).reportFigures.edges[0].node.figures.received).toBe(0);
    expect((await ask('padang-pupr', DESK)).reportFigures.edges[0].node.figures.received).toBeGreaterThan(0);
    expect((await ask('pemkot-makassar', admin)).errors[0].message).toMatch('Only the whole country');
    expect(
      (await ask('padang-pupr', { ...admin, apiKey: { id: 'key', scopes: ['reports:read'] } })).errors,
    ).toBeDefined();
  });

  test('get tables as CSV by the same rules', async () => {
    const table = '/figures/reports.csv?from=2026-01-01&to=2026-12-31&by=GOVERNMENT';
    const [header, ...lines] = (await csvOf(DESK, table)).trimEnd().split('\r\n');
    expect(header).toMatch(/^\uFEFFkey,rank,received,submitted,/);
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'pemkot-jayapura',
      'pemkot-makassar',
      'pemkot-padang',
    ]);
    expect(lines[0]).toMatch(/^pemkot-jayapura,,2,/);
    expect(await csvOf(PUBLIC_VIEWER, table)).toMatch(/pemkot-jayapura,,,/);
    expect(await csvOf(PUBLIC_VIEWER, '/figures/reports.csv?from=2026-01-01')).toMatch(
      '"code":"BAD_USER_INPUT"',
    );
    expect(await csvOf(PUBLIC_VIEWER, '/figures/nothing.csv')).toMatch('NOT_FOUND');
    for (const name of ['activity', 'archive', 'hops'])
      expect(await csvOf(KEY, `/figures/${name}.csv?from=2026-01-01&to=2026-12-31`)).toMatch(/^\uFEFF/);
    expect(await csvOf(KEY, '/figures/open.csv?by=GOVERNMENT')).toMatch(/^\uFEFFkey,open,/);
  });
});
