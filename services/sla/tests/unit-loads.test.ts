import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { aReport, at, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

const ANALYST: Viewer = { ...officer('ANALYST', 'ksp'), apiKey: { id: 'key', scopes: ['graph:read'] } };
const HEAD = officer('AGENCY_HEAD', 'pemkot-padang');
const PATHS: Record<string, string[]> = {
  'pemkot-padang': ['pemkot-padang'],
  'padang-pupr': ['pemkot-padang', 'padang-pupr'],
  'padang-dlh': ['pemkot-padang', 'padang-dlh'],
  'pemkot-makassar': ['pemkot-makassar'],
};
let nextId = 0;
const disposed = (unit: UnitName, change = {}) =>
  aReport('2026-11-02 10:00', { reportId: `report-${++nextId}`, ...change }).disposed(
    '2026-11-03 10:00',
    [unit],
    {
      reportClass: 'GRIEVANCE',
    },
  );

describe('the loads of some units', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
    await sla.deliver(
      'organisations',
      'organisation.changed',
      Object.entries(PATHS).map(([organisationId, path]) => ({
        organisationId,
        name: organisationId,
        acronym: null,
        kind: 'OPD',
        status: 'ACTIVE',
        parentId: path.at(-2) ?? null,
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
    const reports = [
      disposed('padang-pupr'),
      disposed('padang-pupr').planned('2026-11-05 10:00', 'padang-pupr'),
      disposed('padang-pupr', { isConfidential: true }),
      disposed('padang-dlh').result('2026-11-04 10:00', 'padang-dlh'),
      ...Array.from({ length: 7 }, () => disposed('makassar').planned('2026-11-05 10:00', 'makassar')),
    ];
    await sla.tell(...reports.map(({ events }) => events));
  });
  afterEach(() => sla[Symbol.asyncDispose]());
  const loads = async (ids: readonly string[], viewer: Viewer = DESK) => {
    const { unitLoads, errors } = await sla.query(
      `query ($ids: [ID!]!) { unitLoads(organisationIds: $ids) { organisation { id } open overdue followUpDays } }`,
      viewer,
      { ids },
    );
    if (errors) throw new Error(errors[0].message);
    return unitLoads.map(({ organisation, open, overdue, followUpDays }: any) => [
      organisation.id,
      open,
      overdue,
      followUpDays,
    ]);
  };

  test('come in the order of their ids, each with all below it; unknown ones are left out', async () => {
    expect(await loads(['padang-dlh', 'pemkot-padang', 'no-such', 'padang-pupr', 'padang-dlh'])).toEqual([
      ['padang-dlh', 1, 0, 2],
      ['pemkot-padang', 4, 3, 3],
      ['padang-pupr', 3, 3, 3],
    ]);
    expect(await loads([])).toEqual([]);
  });

  test('are those of the own subtree for officers, without confidential reports; of all for analysts, without small numbers', async () => {
    const all = Object.keys(PATHS);
    expect(await loads(all, HEAD)).toEqual([
      ['pemkot-padang', 3, 2, 3],
      ['padang-pupr', 2, 2, 3],
      ['padang-dlh', 1, 0, 2],
    ]);
    expect(await loads(all, ANALYST)).toEqual([
      ['pemkot-padang', null, null, null],
      ['padang-pupr', null, null, null],
      ['padang-dlh', null, 0, null],
      ['pemkot-makassar', 7, 7, 3],
    ]);
    expect(await loads(all, PUBLIC_VIEWER)).toEqual([]);
  });

  test('take as many statements for many as for one, and are refused for more than a choice shows', async () => {
    const count = async (ids: readonly string[]) => (await sla.statementsOf(() => loads(ids))).length;
    expect(await count(Object.keys(PATHS))).toBe(await count(['padang-dlh']));
    expect(await count(Object.keys(PATHS))).toBe(4);
    await expect(loads(Array.from({ length: 51 }, (_none, index) => `unit-${index}`))).rejects.toThrow(
      'at most 50',
    );
  });

  test('are read along the key, however many organisations there are', async () => {
    await sla.rows(`insert into figure_organisation (organisation_id, parent_id, grain, day, is_confidential, received)
      select 'unit-' || n, 'pemkot-padang', 'M', date '2026-10-01' - (n % 3) * 30, false, 1 from generate_series(1, 60000) n`);
    await sla.rows(`insert into waiting_organisation (organisation_id, parent_id, day, is_confidential, follow_up, completion)
      select 'unit-' || n, 'pemkot-padang', date '2026-10-01', false, 1, 1 from generate_series(1, 60000) n`);
    await sla.rows('analyze figure_organisation, waiting_organisation');
    const statements = await sla.statementsOf(() => loads(['padang-dlh', 'padang-pupr']));
    const asked = statements.find((text) => text.includes('figure_organisation'))!;
    const ranges = asked.match(/\$\d+::date/g)!.length;
    const { rows } = await sla.database.pool.query(`explain (format json) ${asked}`, [
      true,
      ...Array.from({ length: ranges }, () => '2026-10-01'),
      ['padang-dlh', 'padang-pupr'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Seq Scan');
  });
});
