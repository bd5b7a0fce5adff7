import fastify from 'fastify';
import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { tellYears } from '../src/modules/confidential-figure/index.ts';
import { figureTables } from '../src/modules/figure/index.ts';
import { createCalendars, createClosingDays } from '../src/modules/calendar/index.ts';
import { rebuildEverything } from '../src/rebuild-everything.ts';
import { aReport, at, BY_DESK, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

/** The fixed tables with confidential reports, and what somebody tries who wants more than they say (docs/adr/0047). */

const KEY: Viewer = { ...officer('ANALYST', 'ksp'), apiKey: { id: 'key', scopes: ['graph:read'] } };
const EVERYBODY: readonly Viewer[] = [PUBLIC_VIEWER, officer('ANALYST', 'ksp'), KEY, DESK];
const TABLES = ['MONTHS', 'CATEGORIES', 'PROVINCES', 'GOVERNMENTS', 'STATES'] as const;

interface Filed {
  month?: string;
  region?: string;
  category?: string | null;
  unit?: UnitName | null;
  isConfidential?: boolean;
}

describe('confidential reports in figures for everybody', () => {
  let sla: TestService;
  let nextId = 0;
  const filed = (
    count: number,
    {
      month = '05',
      region = '13.71.03',
      category = 'jalan.rusak',
      unit = 'padang-pupr',
      isConfidential = true,
    }: Filed,
  ) =>
    Array.from({ length: count }, () => {
      const history = aReport(`2025-${month}-10 10:00`, {
        reportId: `report-${++nextId}`,
        isConfidential,
        categoryId: category,
        regionCode: region,
      });
      return unit
        ? history.disposed(`2025-${month}-11 10:00`, [unit], { reportClass: 'GRIEVANCE' }).events
        : history.events;
    });
  const tell = (...reports: Parameters<TestService['tell']>[0][][]) => sla.tell(...reports.flat());
  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };

  beforeEach(async () => {
    nextId = 0;
    sla = await startTestService(at('2026-01-20 10:00'));
    // 62 in all: 40 at Padang, 17 at Makassar, 3 at Jayapura, 2 with nobody.
    await tell(
      filed(20, { month: '03' }),
      filed(20, { month: '05', category: 'kesehatan.antrean' }),
      filed(11, { month: '05', region: '73.71.01', unit: 'makassar' }),
      filed(6, { month: '06', region: '73.71.01', unit: 'makassar', category: 'jalan.macet' }),
      filed(3, { month: '06', region: '91.71.01', unit: 'jayapura-pupr', category: 'agama.haji' }),
      filed(2, { month: '07', unit: null, category: null }),
      filed(9, { isConfidential: false }),
    );
    await settle();
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const february = async () => {
    sla.clock.set(at('2026-02-02 10:00'));
    await settle();
  };
  const tableOf = async (table: string, viewer: Viewer = PUBLIC_VIEWER, year = 2025): Promise<any> => {
    const { confidentialReportFigures, errors } = await sla.query(
      `{ confidentialReportFigures(table: ${table}, year: ${year}) { year table toldOn total
          rows { key confidential category { id } region { code } organisation { id } state } } }`,
      viewer,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return confidentialReportFigures;
  };
  const rowsOf = async (table: string) =>
    Object.fromEntries((await tableOf(table)).rows.map((row: any) => [row.key, row.confidential]));
  const everythingTold = (viewer: Viewer) => Promise.all(TABLES.map((table) => tableOf(table, viewer)));
  const written = () => sla.rows<any>(`select payload from entry where kind = 'CONFIDENTIAL_FIGURES_TOLD'`);
  async function csvOf(url: string): Promise<string> {
    const server = fastify();
    server.decorateRequest('viewer', null as never);
    server.addHook('onRequest', async (request) => {
      request.viewer = PUBLIC_VIEWER;
    });
    await sla.service.routes!(server);
    const { body } = await server.inject({ url });
    await server.close();
    return body;
  }

  test('are told by month, category, province, government and state, once the year is over', async () => {
    await february();
    expect(await tableOf('GOVERNMENTS')).toMatchObject({ year: 2025, toldOn: '2026-02-02', total: 62 });
    // Small ones are hidden with the smallest of the others.
    expect(await rowsOf('GOVERNMENTS')).toEqual({ 'pemkot-padang': 40 });
    expect(await rowsOf('MONTHS')).toEqual({ '2025-05-01': 31, '2025-03-01': 20 });
    expect(await rowsOf('CATEGORIES')).toEqual({ jalan: 37 });
    expect(await rowsOf('PROVINCES')).toEqual({ '13': 42 });
    expect(await rowsOf('STATES')).toEqual({});
    const [row] = (await tableOf('GOVERNMENTS')).rows;
    expect(row).toEqual({
      key: 'pemkot-padang',
      confidential: 40,
      category: null,
      region: null,
      organisation: { id: 'pemkot-padang' },
      state: null,
    });
    expect(await csvOf('/figures/confidential.csv?table=MONTHS&year=2025')).toBe(
      '\uFEFFkey,confidential\r\n2025-05-01,31\r\n2025-03-01,20\r\n',
    );
  });

  test('attack: what is nowhere yet, less the states in which that can be', async () => {
    await february();
    for (const table of ['GOVERNMENTS', 'CATEGORIES', 'PROVINCES'])
      expect(Object.keys(await rowsOf(table))).not.toContain('');
  });

  test('say the same to everybody', async () => {
    await february();
    const [first, ...others] = await Promise.all(EVERYBODY.map(everythingTold));
    for (const other of others) expect(other).toEqual(first);
  });

  test('attack: a year that is not over, or just over', async () => {
    expect(await tableOf('MONTHS')).toBeNull();
    await february();
    expect(await tableOf('MONTHS', PUBLIC_VIEWER, 2026)).toBeNull();
    expect(await tableOf('MONTHS', PUBLIC_VIEWER, 2024)).toBeNull();
    expect(await csvOf('/figures/confidential.csv?table=MONTHS&year=2026')).toBe(
      '\uFEFFkey,confidential\r\n',
    );
  });

  test('attack: a filter, a second dimension, a period', async () => {
    await february();
    for (const more of [
      'governmentId: "pemkot-padang"',
      'filter: { regionCode: "13" }',
      'month: 5',
      'period: { from: "2025-05-01", to: "2025-05-31" }',
    ]) {
      const { errors } = await sla.query(
        `{ confidentialReportFigures(table: MONTHS, year: 2025, ${more}) { total } }`,
        KEY,
      );
      expect(errors[0].message).toMatch('Unknown argument');
      expect(await csvOf(`/figures/confidential.csv?table=MONTHS&year=2025&${more.split(':')[0]}=x`)).toMatch(
        'BAD_USER_INPUT',
      );
    }
  });

  test('attack: the total, or the sum of another table, less what is told', async () => {
    await february();
    for (const table of TABLES) {
      const { total, rows } = await tableOf(table);
      const rest = total - rows.reduce((sum: number, row: any) => sum + row.confidential, 0);
      expect(rows.filter((row: any) => row.confidential < 5)).toEqual([]);
      // Behind the rest stand a small group and a large one at least.
      expect(rest, table).toBeGreaterThanOrEqual(9);
    }
  });

  test('attack: asking again after another confidential report, a late event, an end', async () => {
    await february();
    const before = await everythingTold(PUBLIC_VIEWER);
    await tell(filed(3, { month: '07', unit: 'jayapura-pupr', region: '91.71.01' }));
    const late = aReport('2025-05-10 10:00', { reportId: 'late', isConfidential: true });
    await sla.tell(late.next('2026-02-03 10:00', 'ARCHIVED', { ...BY_DESK, state: 'ARCHIVED' }).events);
    sla.clock.set(at('2026-06-01 10:00'));
    await settle();
    expect(await everythingTold(PUBLIC_VIEWER)).toEqual(before);
    expect(await written()).toHaveLength(1);
  });

  test('attack: subtracting the figures that hold no confidential report gives what is told anyway', async () => {
    await february();
    const { reportFigures } = await sla.query(
      `{ reportFigures(period: { from: "2025-01-01", to: "2025-12-31" }, by: GOVERNMENT) { edges { node { key figures { received } } } } }`,
      KEY,
    );
    expect(reportFigures.edges.map(({ node }: any) => [node.key, node.figures.received])).toEqual([
      ['pemkot-padang', 9],
    ]);
  });

  test('attack: the log, a backup of it, whoever reads rows: what is kept back was never written', async () => {
    await february();
    const [{ payload }] = await written();
    const numbers = TABLES.flatMap((table) => payload.tables[table].map(({ count }: any) => count));
    expect(Math.min(...numbers, payload.total)).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(payload)).not.toContain('jayapura');
  });

  test('a year with fewer than five says nothing at all', async () => {
    await using small = await startTestService(at('2026-03-01 10:00'));
    await small.tell(...filed(4, {}));
    while ((await small.service.settle()) > 0);
    const { confidentialReportFigures } = await small.query(
      '{ confidentialReportFigures(table: MONTHS, year: 2025) { total rows { key } } }',
    );
    expect(confidentialReportFigures).toEqual({ total: null, rows: [] });
  });

  test('are written once by many replicas, not while reports are counted anew, and stay through a rebuild', async () => {
    // As a migration does that changes what is counted.
    await sla.rows(`truncate ${figureTables.join(', ')}`);
    await sla.rows('update report_fact set figures_version = 0');
    sla.clock.set(at('2026-02-02 10:00'));
    expect(await tellYears(sla.database, sla.clock.now())).toBe(0);
    await settle();
    expect(await written()).toHaveLength(1);
    await sla.tell(...filed(1, { month: '04' }));
    const told = await Promise.all(
      Array.from({ length: 4 }, () => tellYears(sla.database, at('2027-02-02 10:00'))),
    );
    expect(told).toEqual([0, 0, 0, 0]);
    const before = await everythingTold(PUBLIC_VIEWER);
    const deps = {
      database: sla.database,
      calendars: createCalendars(sla.database),
      closingDays: createClosingDays(sla.database),
      clock: sla.clock,
    };
    await rebuildEverything(deps, true);
    await settle();
    expect(await everythingTold(PUBLIC_VIEWER)).toEqual(before);
  });
});
