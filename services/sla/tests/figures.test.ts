import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { aReport, at, BY_CITIZEN, BY_DESK, type ReportHistory, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

const ANALYST: Viewer = { ...officer('ANALYST', 'ksp'), apiKey: { id: 'key', scopes: ['graph:read'] } };
const NOVEMBER = '{ from: "2026-11-01", to: "2026-11-30" }';
const COUNTS = 'received submitted postponed disposed inProgress completed archived';
const RATES = 'followUpRate followUpRateWithoutArchived completionRate completionRateWithoutArchived';

let nextId = 0;
const filed = (submitted: string, change: Parameters<typeof aReport>[1] = {}) =>
  aReport(submitted, { reportId: `report-${++nextId}`, ...change });
const disposed = (submitted: string, unit: UnitName = 'padang-pupr', change = {}) =>
  filed(submitted, change).disposed(submitted.replace(/..:..$/, '20:00'), [unit], {
    reportClass: 'GRIEVANCE',
  });
const answered = (submitted: string, when: string, unit: UnitName = 'padang-pupr', change = {}) =>
  disposed(submitted, unit, change).result(when, unit);
const completed = (history: ReportHistory, when: string) =>
  history.next(when, 'CONFIRMED', { ...BY_CITIZEN, state: 'COMPLETED' });
const archived = (history: ReportHistory, when: string, reasonCode = 'SPAM') =>
  history.next(when, 'ARCHIVED', { ...BY_DESK, state: 'ARCHIVED', reasonCode });
const root = (organisationId: string) => ({
  organisationId,
  name: organisationId,
  acronym: null,
  kind: 'CITY',
  status: 'ACTIVE',
  parentId: null,
  governmentId: organisationId,
  path: [organisationId],
  regionCode: null,
  timeZone: 'Asia/Jakarta',
  isStaffed: true,
  unitKeys: [],
  hasDirectVerification: false,
  successorIds: [],
  version: 1,
});
const times = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);

describe('standard tables', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
    await sla.deliver('organisations', 'organisation.changed', [
      root('pemkot-padang'),
      {
        ...root('pemkot-padang'),
        organisationId: 'padang-pupr',
        kind: 'OPD',
        path: ['pemkot-padang', 'padang-pupr'],
      },
      root('pemkot-makassar'),
      root('pemkot-jayapura'),
    ]);
  });
  afterEach(() => sla[Symbol.asyncDispose]());
  const tell = (...reports: { events: Parameters<TestService['tell']>[0] }[]) =>
    sla.tell(...reports.map(({ events }) => events));
  const ask = async (
    rest: string,
    { viewer = DESK as Viewer, select = COUNTS, period = NOVEMBER, row = '', previous = '' } = {},
  ) => {
    const { reportFigures, errors } = await sla.query(
      `{ reportFigures(period: ${period} ${rest}) { totalCount isComplete
         edges { node { key ${row} figures { ${select} } ${previous && `previous { ${previous} }`} } } pageInfo { hasNextPage endCursor } } }`,
      viewer,
    );
    if (errors) throw new Error(errors[0].message);
    return reportFigures;
  };
  const rows = async (rest: string, options: Parameters<typeof ask>[1] = {}) =>
    Object.fromEntries(
      (await ask(rest, options)).edges.map(({ node }: any) => [
        node.key,
        Object.values(node.figures).length === 1 ? Object.values(node.figures)[0] : node.figures,
      ]),
    );

  test('reproduce the worked example: 215 received, 77 completed, 12 in progress give 41 % and 36 %, with and without archived', async () => {
    await tell(
      ...times(111, () => filed('2026-11-20 10:00')),
      ...times(15, () => archived(filed('2026-11-20 10:00'), '2026-11-21 10:00')),
      ...times(12, () => answered('2026-11-16 10:00', '2026-11-18 22:00')),
      ...times(77, () => completed(answered('2026-11-16 10:00', '2026-11-18 22:00'), '2026-11-19 10:00')),
    );
    const example = {
      received: 215,
      submitted: 111,
      postponed: 0,
      disposed: 0,
      inProgress: 12,
      completed: 77,
      archived: 15,
      followUpRate: 41,
      followUpRateWithoutArchived: 45,
      completionRate: 36,
      completionRateWithoutArchived: 39,
    };
    for (const viewer of [DESK, ANALYST, PUBLIC_VIEWER])
      expect(await rows('', { viewer, select: `${COUNTS} ${RATES}` })).toEqual({ '': example });
    // Nothing received is no data, not 0 %.
    const nothing = await rows('', {
      period: '{ from: "2026-09-01", to: "2026-09-30" }',
      select: `received ${RATES}`,
    });
    expect(nothing['']).toEqual({
      received: 0,
      followUpRate: null,
      followUpRateWithoutArchived: null,
      completionRate: null,
      completionRateWithoutArchived: null,
    });
  });

  test('part reports by agency, unit, region, category, kind, class, channel and time', async () => {
    await tell(
      answered('2026-11-02 10:00', '2026-11-04 10:00', 'padang-pupr', {
        categoryId: 'jalan.rusak.lubang',
        channel: 'SMS',
      }),
      answered('2026-10-31 23:59', '2026-11-04 10:00', 'padang-dlh', { categoryId: 'sampah' }),
      disposed('2026-11-03 10:00', 'makassar', { regionCode: '73.71.05.1001', categoryId: 'jalan.rusak' }),
      filed('2026-11-04 10:00', { regionCode: '73.08', reportKind: 'ASPIRATION', isConfidential: true }),
    );
    const select = 'received';
    const year = '{ from: "2026-01-01", to: "2026-12-31" }';
    const of = (rest: string, period = year) => rows(rest, { select, period });
    expect(await of('by: GOVERNMENT')).toEqual({ 'pemkot-padang': 2, 'pemkot-makassar': 1 });
    expect(await of('by: UNIT, filter: { organisationId: "pemkot-padang" }')).toEqual({
      'padang-pupr': 1,
      'padang-dlh': 1,
    });
    expect(await of('filter: { organisationId: "padang-pupr" }')).toEqual({ '': 1 });
    expect(await of('by: REGION')).toEqual({ '13': 2, '73': 2 });
    expect(await of('by: REGION, filter: { regionCode: "73" }')).toEqual({ '73.71': 1, '73.08': 1 });
    expect(await of('by: REGION, filter: { regionCode: "73.71" }')).toEqual({ '73.71.05': 1 });
    expect(await of('by: CATEGORY')).toEqual({ jalan: 2, sampah: 1 });
    expect(await of('by: CATEGORY, filter: { categoryId: "jalan" }')).toEqual({ 'jalan.rusak': 2 });
    expect(await of('by: CATEGORY, filter: { regionCode: "73" }')).toEqual({ jalan: 1 });
    expect(await of('by: REGION, filter: { categoryId: "jalan" }')).toEqual({ '13': 1, '73': 1 });
    expect(await of('by: CATEGORY, filter: { organisationId: "pemkot-padang" }')).toEqual({
      jalan: 1,
      sampah: 1,
    });
    expect(await of('by: GOVERNMENT, filter: { categoryId: "jalan.rusak" }')).toEqual({
      'pemkot-padang': 1,
      'pemkot-makassar': 1,
    });
    expect(await of('by: KIND')).toEqual({ COMPLAINT: 3, ASPIRATION: 1 });
    expect(await of('by: CLASS')).toEqual({ GRIEVANCE: 3, '': 1 });
    expect(await of('by: CHANNEL')).toEqual({ SMS: 1, WEB: 3 });
    expect(await of('by: CHANNEL, filter: { organisationId: "pemkot-padang", kind: COMPLAINT }')).toEqual({
      SMS: 1,
      WEB: 1,
    });
    expect(await of('by: GOVERNMENT, filter: { channel: "SMS", class: GRIEVANCE }')).toEqual({
      'pemkot-padang': 1,
    });
    expect(await of('by: GOVERNMENT, filter: { governmentKind: CITY }')).toEqual({
      'pemkot-padang': 2,
      'pemkot-makassar': 1,
    });
    expect(await of('by: GOVERNMENT, filter: { governmentKind: REGENCY }')).toEqual({});
    expect(await of('by: MONTH', '{ from: "2026-09-01", to: "2026-11-30" }')).toEqual({
      '2026-09-01': 0,
      '2026-10-01': 1,
      '2026-11-01': 3,
    });
    expect(await of('by: DAY', '{ from: "2026-11-02", to: "2026-11-05" }')).toEqual({
      '2026-11-02': 1,
      '2026-11-03': 1,
      '2026-11-04': 1,
      '2026-11-05': 0,
    });
    expect(await of('by: YEAR', '{ from: "2025-01-01", to: "2026-12-31" }')).toEqual({
      '2025-01-01': 0,
      '2026-01-01': 4,
    });
    // Days at the edges, of the country and of one unit.
    expect(await of('', '{ from: "2026-10-31", to: "2026-11-02" }')).toEqual({ '': 2 });
    expect(
      await of('filter: { organisationId: "padang-dlh" }', '{ from: "2026-10-31", to: "2026-11-02" }').catch(
        String,
      ),
    ).toMatch('names no organisation');
  });

  test('refuse what no table answers, with what to ask instead', async () => {
    const hint = (rest: string, options: Parameters<typeof ask>[1] = {}) =>
      ask(rest, options).then(String, ({ message }) => message);
    expect(await hint('by: CATEGORY, filter: { kind: COMPLAINT }')).toMatch('No table crosses these');
    expect(await hint('by: KIND, filter: { regionCode: "13" }')).toMatch('No table crosses these');
    expect(await hint('by: CATEGORY, filter: { organisationId: "padang-pupr" }')).toMatch(
      'No table crosses these',
    );
    expect(await hint('by: UNIT')).toMatch('needs filter.organisationId');
    expect(await hint('by: DAY, filter: { regionCode: "13.71.03" }')).toMatch('knows months and years');
    const fewDays = '{ from: "2026-11-02", to: "2026-11-05" }';
    expect(
      await hint('by: CATEGORY, filter: { organisationId: "pemkot-padang" }', { period: fewDays }),
    ).toMatch('whole months');
    expect(await hint('', { period: '{ from: "2026-11-05", to: "2026-11-01" }' })).toMatch('lies before');
    expect(await hint('by: DAY', { period: '{ from: "2020-01-01", to: "2026-11-01" }' })).toMatch(
      'at most 400 steps',
    );
    expect(await hint('by: GOVERNMENT', { period: fewDays, viewer: ANALYST })).toMatch(
      'Only the whole country is told by days',
    );
    expect(await hint('by: DAY', { viewer: PUBLIC_VIEWER })).toMatch('Without an analyst’s key');
    expect(
      await hint('by: UNIT, filter: { organisationId: "pemkot-padang" }', { viewer: PUBLIC_VIEWER }),
    ).toMatch('Without an analyst’s key');
    expect(await hint('by: REGION, filter: { regionCode: "13.71" }', { viewer: PUBLIC_VIEWER })).toMatch(
      'Without an analyst’s key',
    );
  });

  test('compare with the period before', async () => {
    await tell(...times(8, () => filed('2026-10-05 10:00')), ...times(12, () => filed('2026-11-05 10:00')));
    const { edges } = await ask('compare: true, by: REGION', { select: 'received', previous: 'received' });
    expect(edges.map(({ node }: any) => node)).toEqual([
      { key: '13', figures: { received: 12 }, previous: { received: 8 } },
    ]);
  });

  test('tell days with open reports counted, and mean, median and ninetieth percentile of those that are through', async () => {
    await tell(
      ...times(6, () => completed(answered('2026-11-02 10:00', '2026-11-03 10:00'), '2026-11-06 10:00')),
      ...times(2, () => answered('2026-11-02 10:00', '2026-11-12 10:00')),
      ...times(12, () => disposed('2026-11-03 10:00')),
    );
    const select = `toFollowUp { count open meanDays medianDays ninetiethPercentileDays medianDaysWithOpen } toCompletion { count open medianDays }`;
    for (const rest of ['', 'filter: { organisationId: "padang-pupr" }', 'by: REGION'])
      expect(Object.values(await rows(rest, { select }))).toEqual([
        {
          toFollowUp: {
            count: 8,
            open: 12,
            meanDays: 3.3,
            medianDays: 1,
            ninetiethPercentileDays: 10,
            medianDaysWithOpen: null,
          },
          toCompletion: { count: 6, open: 14, medianDays: 4 },
        },
      ]);
    expect((await rows('by: KIND', { select })).COMPLAINT.toFollowUp).toMatchObject({
      open: null,
      medianDaysWithOpen: null,
      medianDays: 1,
    });
  });

  test('rank within one kind, from thirty reports on, never by volume', async () => {
    await tell(
      ...times(30, () => answered('2026-11-02 10:00', '2026-11-03 10:00', 'makassar')),
      ...times(15, () => answered('2026-11-02 10:00', '2026-11-03 10:00')),
      ...times(16, () => disposed('2026-11-02 10:00')),
      ...times(29, () => answered('2026-11-02 10:00', '2026-11-03 10:00', 'jayapura-pupr')),
    );
    const ranks = async (rest: string) =>
      (await ask(rest, { row: 'rank', select: 'followUpRate' })).edges.map(({ node }: any) => [
        node.key,
        node.rank,
        node.figures.followUpRate,
      ]);
    const league = 'by: GOVERNMENT, filter: { governmentKind: CITY }, orderBy:';
    expect(await ranks(`${league} FOLLOW_UP_RATE`)).toEqual([
      ['pemkot-makassar', 1, 100],
      ['pemkot-padang', 2, 48],
      ['pemkot-jayapura', null, 100],
    ]);
    expect(await ranks(`${league} DAYS_TO_FOLLOW_UP`)).toEqual([
      ['pemkot-makassar', 1, 100],
      ['pemkot-padang', 2, 48],
      ['pemkot-jayapura', null, 100],
    ]);
    expect(await ranks(`${league} RECEIVED`)).toEqual([
      ['pemkot-padang', null, 48],
      ['pemkot-makassar', null, 100],
      ['pemkot-jayapura', null, 100],
    ]);
    // Kinds are never mixed, and one below thirty is last.
    expect(await ranks('by: GOVERNMENT, orderBy: FOLLOW_UP_RATE')).toEqual([
      ['pemkot-makassar', null, 100],
      ['pemkot-padang', null, 48],
      ['pemkot-jayapura', null, 100],
    ]);
  });

  test('compare like with like: only groups of a size, ranked among themselves', async () => {
    await tell(
      ...times(30, () => answered('2026-11-02 10:00', '2026-11-03 10:00', 'makassar')),
      ...times(15, () => answered('2026-11-02 10:00', '2026-11-03 10:00')),
      ...times(16, () => disposed('2026-11-02 10:00')),
      ...times(29, () => answered('2026-11-02 10:00', '2026-11-03 10:00', 'jayapura-pupr')),
    );
    const ranks = async (rest: string) =>
      (
        await ask(`by: GOVERNMENT, filter: { governmentKind: CITY }, orderBy: FOLLOW_UP_RATE, ${rest}`, {
          row: 'rank',
          select: 'received',
        })
      ).edges.map(({ node }: any) => [node.key, node.rank]);
    expect(await ranks('receivedAtLeast: 31')).toEqual([['pemkot-padang', 1]]);
    expect(await ranks('receivedAtLeast: 30, receivedAtMost: 30')).toEqual([['pemkot-makassar', 1]]);
    expect(await ranks('receivedAtMost: 29')).toEqual([['pemkot-jayapura', null]]);
    await expect(ask('by: MONTH, receivedAtLeast: 5')).rejects.toThrow(/receivedAtLeast/);
  });

  test('come page by page', async () => {
    await tell(
      ...['11', '12', '13', '14', '15'].map((regionCode) => filed('2026-11-02 10:00', { regionCode })),
    );
    const first = await ask('by: REGION, first: 2');
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const second = await ask(`by: REGION, first: 3, after: "${first.pageInfo.endCursor}"`);
    expect([...first.edges, ...second.edges].map(({ node }: any) => node.key)).toEqual([
      '11',
      '12',
      '13',
      '14',
      '15',
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('count satisfaction, disputes, reopenings, obstacles and promises', async () => {
    const rated = (rating: number) =>
      completed(answered('2026-11-02 10:00', '2026-11-03 10:00'), '2026-11-04 10:00').next(
        '2026-11-05 10:00',
        'RATED',
        {
          ...BY_CITIZEN,
          rating,
          ...(rating <= 2 ? { state: 'IN_PROGRESS' as const } : {}),
        },
      );
    await tell(
      rated(5),
      rated(5),
      rated(4),
      rated(1),
      disposed('2026-11-02 10:00')
        .next('2026-11-03 10:00', 'OBSTACLE', { promisedOn: '2026-11-10' })
        .result('2026-11-09 10:00', 'padang-pupr'),
      disposed('2026-11-02 10:00')
        .next('2026-11-03 10:00', 'PLANNED', { state: 'IN_PROGRESS', promisedOn: '2026-11-10' })
        .result('2026-11-12 10:00', 'padang-pupr'),
      completed(answered('2026-11-02 10:00', '2026-11-03 10:00'), '2026-11-04 10:00').next(
        '2026-11-05 10:00',
        'DISPUTED',
        { ...BY_CITIZEN, state: 'IN_PROGRESS' },
      ),
      disposed('2026-11-02 10:00'),
    );
    expect(
      await rows('', {
        select:
          'rated averageRating satisfiedRate disputeRate reopenRate withObstacles promisesKept promisesBroken keptPromiseRate',
      }),
    ).toEqual({
      '': {
        rated: 4,
        averageRating: 3.8,
        satisfiedRate: 75,
        disputeRate: 14,
        reopenRate: 25,
        withObstacles: 1,
        promisesKept: 1,
        promisesBroken: 1,
        keptPromiseRate: 50,
      },
    });
  });

  test('of activity, archives, open reports, returns and bursts', async () => {
    await tell(
      ...times(14, () => filed('2026-11-25 08:00', { categoryId: 'banjir', regionCode: '31.71' })),
      ...times(28, () => filed('2026-11-24 08:00', { categoryId: 'jalan', regionCode: '13.71' })),
      ...times(2, () => archived(filed('2026-11-20 10:00'), '2026-11-21 10:00')),
      archived(filed('2026-11-20 10:00'), '2026-11-21 10:00', 'DUPLICATE'),
      completed(answered('2026-10-20 10:00', '2026-11-02 10:00'), '2026-11-03 10:00'),
      disposed('2026-10-20 10:00'),
      ...times(5, () =>
        disposed('2026-11-19 10:00')
          .returned('2026-11-20 21:00', 'padang-pupr')
          .disposed('2026-11-21 10:00', ['makassar']),
      ),
    );
    const { activityFigures, archiveFigures, openFigures, hopFigures, burstFigures, errors } =
      await sla.query(
        `{ activityFigures(period: { from: "2026-10-01", to: "2026-11-30" }) { from received followedUp completed handedOver }
         archiveFigures(period: ${NOVEMBER}) { reason count }
         openFigures(by: GOVERNMENT) { edges { node { key open openUpTo7Days openUpTo60Days overdue overdueUpTo30Days overdueRate } } }
         hopFigures(period: ${NOVEMBER}) { edges { node { from { id } to { id } count } } }
         burstFigures { category { id } region { code } count usual } }`,
        DESK,
      );
    expect(errors).toBeUndefined();
    expect(activityFigures).toEqual([
      { from: '2026-10-01', received: 2, followedUp: 0, completed: 0, handedOver: 0 },
      { from: '2026-11-01', received: 50, followedUp: 1, completed: 1, handedOver: 0 },
    ]);
    expect(archiveFigures).toEqual([
      { reason: 'SPAM', count: 2 },
      { reason: 'DUPLICATE', count: 1 },
    ]);
    expect(openFigures.edges.map(({ node }: any) => node)).toEqual([
      {
        key: 'pemkot-padang',
        open: 1,
        openUpTo7Days: 0,
        openUpTo60Days: 1,
        overdue: 1,
        overdueUpTo30Days: 1,
        overdueRate: 100,
      },
      {
        key: 'pemkot-makassar',
        open: 5,
        openUpTo7Days: 5,
        openUpTo60Days: 0,
        overdue: 0,
        overdueUpTo30Days: 0,
        overdueRate: 0,
      },
    ]);
    expect(hopFigures.edges.map(({ node }: any) => node)).toEqual([
      { from: { id: 'pemkot-padang' }, to: { id: 'pemkot-makassar' }, count: 5 },
    ]);
    expect(burstFigures).toEqual([
      { category: null, region: { code: '31.71' }, count: 14, usual: 0 },
      { category: { id: 'banjir' }, region: null, count: 14, usual: 0 },
    ]);
    const bursts = async (viewer: Viewer) =>
      (await sla.query('{ burstFigures { count } }', viewer)).burstFigures?.length ?? null;
    expect([await bursts(ANALYST), await bursts(PUBLIC_VIEWER)]).toEqual([2, null]);
    // Three reports in 28 days are few: an analyst hears of the burst and not of them.
    await tell(...times(3, () => filed('2026-11-10 08:00', { categoryId: 'banjir', regionCode: '31.71' })));
    const usual = async (viewer: Viewer) =>
      (await sla.query('{ burstFigures { usual } }', viewer)).burstFigures.map((burst: any) => burst.usual);
    expect([await usual(DESK), await usual(ANALYST)]).toEqual([
      [0.1, 0.1],
      [null, null],
    ]);
  });

  test('read no more numbers than they tell, which changes none of them', async () => {
    await tell(
      ...times(5, () => completed(answered('2026-11-16 10:00', '2026-11-18 10:00'), '2026-11-20 10:00')),
    );
    const governments = (fields: string) =>
      sla.query(
        `{ reportFigures(period: ${NOVEMBER}, by: GOVERNMENT) { edges { node { figures { ${fields} } } } } }`,
        DESK,
      );
    const states =
      'received submitted inProgress completed archived followUpRate completionRateWithoutArchived';
    const statements = await sla.statementsOf(() => governments(states));
    expect(statements.filter((text) => text.includes('rated_1'))).toEqual([]);
    const [alone, among] = await Promise.all([
      governments(states),
      governments(`${states} rated reopenRate handedOver`),
    ]);
    const figuresOf = ({ reportFigures }: any) => reportFigures.edges.map(({ node }: any) => node.figures);
    expect(figuresOf(among)).toEqual(
      figuresOf(alone).map((figures: object) => ({ ...figures, rated: 0, reopenRate: 0, handedOver: 0 })),
    );
    expect(figuresOf(alone)[0]).toMatchObject({ received: 5, completed: 5, followUpRate: 100 });
  });

  test('take the same few statements however many rows they give', async () => {
    const all = 'key figures { received toFollowUp { medianDaysWithOpen } } previous { received }';
    const statements = async () =>
      (
        await sla.statementsOf(() =>
          sla.query(
            `{ reportFigures(period: ${NOVEMBER}, by: REGION, compare: true, first: 100) { edges { node { ${all} } } } }`,
            DESK,
          ),
        )
      ).length;
    await tell(filed('2026-11-02 10:00', { regionCode: '11' }));
    const few = await statements();
    await tell(...times(30, () => filed('2026-11-02 10:00', { regionCode: String(20 + (nextId % 60)) })));
    expect(await statements()).toBe(few);
    expect(few).toBe(6);
  });
});
