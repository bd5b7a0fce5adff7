import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ReportTransitioned } from '@lapor/events';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { aReport, at, BY_CITIZEN, BY_DESK, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';
import { randomHistory } from './random-history.ts';

const ANALYST: Viewer = { ...officer('ANALYST', 'ksp'), apiKey: { id: 'key', scopes: ['graph:read'] } };
const MAYOR = officer('AGENCY_HEAD', 'pemkot-padang');
const NOVEMBER = '{ from: "2026-11-01", to: "2026-11-30" }';
const UNITS: Record<string, string[]> = {
  'pemkot-padang': ['pemkot-padang'],
  'padang-pupr': ['pemkot-padang', 'padang-pupr'],
  'padang-dlh': ['pemkot-padang', 'padang-dlh'],
  'pemkot-makassar': ['pemkot-makassar'],
};
const organisation = (organisationId: string, path: string[]) => ({
  organisationId,
  name: organisationId,
  acronym: null,
  kind: path.length === 1 ? 'CITY' : 'OPD',
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
});
let nextId = 0;
const disposed = (submitted: string, when: string, unit: UnitName, change = {}) =>
  aReport(submitted, { reportId: `report-${++nextId}`, ...change }).disposed(when, [unit], {
    reportClass: 'GRIEVANCE',
  });

describe('steps that ended', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
    await sla.deliver(
      'organisations',
      'organisation.changed',
      Object.entries(UNITS).map(([id, path]) => organisation(id, path)),
    );
  });
  afterEach(() => sla[Symbol.asyncDispose]());
  const tell = (...reports: { events: readonly ReportTransitioned[] }[]) =>
    sla.tell(...reports.map(({ events }) => events));
  const STEPS = 'steps { onTime late onTimeRate byStep { step onTime late onTimeRate } }';
  const rows = async (rest: string, viewer: Viewer = DESK, period = NOVEMBER) => {
    const { reportFigures, errors } = await sla.query(
      `{ reportFigures(period: ${period} ${rest}) { edges { node { key rank figures { received ${STEPS} } } } } }`,
      viewer,
    );
    if (errors) throw new Error(errors[0].message);
    return Object.fromEntries(
      reportFigures.edges.map(({ node }: any) => [node.key, { ...node.figures, rank: node.rank }]),
    ) as Record<string, any>;
  };

  test('count for the unit whose step it was, in the days in which it ended', async () => {
    await tell(
      // Filed in October, verified late by the desk in November, answered in time by PUPR, then resolved by it.
      disposed('2026-10-20 10:00', '2026-11-03 10:00', 'padang-pupr').result(
        '2026-11-05 10:00',
        'padang-pupr',
      ),
      // Late by DLH; the report has gone to Makassar since, and the late step stays where it was.
      disposed('2026-11-02 10:00', '2026-11-03 10:00', 'padang-dlh')
        .returned('2026-11-18 10:00', 'padang-dlh')
        .disposed('2026-11-19 10:00', ['makassar']),
    );
    const total = (await rows(''))[''];
    expect(total.received).toBe(1);
    expect(total.steps).toEqual({
      onTime: 4,
      late: 2,
      onTimeRate: 67,
      byStep: [
        { step: 'VERIFICATION', onTime: 2, late: 1, onTimeRate: 67 },
        { step: 'FOLLOW_UP', onTime: 1, late: 1, onTimeRate: 50 },
        { step: 'RESOLUTION', onTime: 1, late: 0, onTimeRate: 100 },
      ],
    });
    // Padang received nothing in the period: its steps are told all the same.
    const units = await rows('by: UNIT, filter: { organisationId: "pemkot-padang" }');
    expect(units['padang-pupr']).toMatchObject({
      received: 0,
      steps: { onTime: 2, late: 0, onTimeRate: 100 },
    });
    expect(units['padang-dlh']).toMatchObject({ received: 0, steps: { onTime: 0, late: 1, onTimeRate: 0 } });
    expect((await rows('by: REGION, filter: { regionCode: "13" }'))['13.71'].steps).toMatchObject({
      onTime: 4,
      late: 2,
    });
    const october = '{ from: "2026-10-01", to: "2026-10-31" }';
    expect((await rows('', DESK, october))[''].steps).toEqual({
      onTime: 0,
      late: 0,
      onTimeRate: null,
      byStep: [],
    });
    // No table crosses steps with categories.
    expect((await rows('by: CATEGORY'))['']).toBeUndefined();
    expect(
      (await rows('filter: { kind: COMPLAINT }', DESK, '{ from: "2026-11-01", to: "2026-11-30" }'))[''].steps,
    ).toBeNull();
  });

  test('are undone by a dispute, and judged by the class that the report has', async () => {
    const report = disposed('2026-11-02 10:00', '2026-11-03 10:00', 'padang-pupr').result(
      '2026-11-05 10:00',
      'padang-pupr',
    );
    await tell(report);
    const resolved = async () =>
      (await rows(''))[''].steps.byStep.find(({ step }: any) => step === 'RESOLUTION');
    expect(await resolved()).toMatchObject({ onTime: 1, late: 0 });
    report.next('2026-11-06 10:00', 'DISPUTED', { ...BY_CITIZEN, state: 'IN_PROGRESS' });
    await sla.tell([report.events.at(-1)!]);
    expect(await resolved()).toBeUndefined();
    // Counted anew after its deadline: the old clock is kept, and is no step that ended.
    report.next('2026-11-20 10:00', 'RECLASSIFIED', {
      ...BY_DESK,
      reportClass: 'DISPUTE_WITHOUT_INSPECTION',
    });
    await sla.tell([report.events.at(-1)!]);
    expect(await resolved()).toBeUndefined();
    report.result('2026-11-21 10:00', 'padang-pupr');
    await sla.tell([report.events.at(-1)!]);
    expect(await resolved()).toMatchObject({ onTime: 1, late: 0 });
  });

  test('rank agencies of one kind by their share, where 30 reports and 30 steps stand behind it', async () => {
    const many = (count: number, unit: UnitName, day: string, regionCode: string) =>
      Array.from({ length: count }, () =>
        disposed('2026-11-02 10:00', '2026-11-03 10:00', unit, { regionCode }).result(
          `2026-11-${day} 10:00`,
          unit,
        ),
      );
    await tell(...many(31, 'padang-pupr', '20', '13.71'), ...many(31, 'makassar', '05', '73.71'));
    const league = 'by: GOVERNMENT, filter: { governmentKind: CITY }, orderBy: ON_TIME_RATE';
    const found = await rows(league);
    expect(Object.keys(found)).toEqual(['pemkot-makassar', 'pemkot-padang']);
    expect(Object.values(found).map(({ rank, steps }: any) => [rank, steps.onTimeRate])).toEqual([
      [1, 100],
      [2, 0],
    ]);
    await expect(rows('by: CATEGORY, orderBy: ON_TIME_RATE')).rejects.toThrow('Steps are counted for');
    expect(Object.keys(await rows(league, ANALYST))).toEqual(['pemkot-makassar', 'pemkot-padang']);
  });

  test('are told to outsiders without small numbers, and without what would tell them', async () => {
    await tell(
      ...Array.from({ length: 8 }, () =>
        disposed('2026-11-02 10:00', '2026-11-03 10:00', 'padang-pupr').result(
          '2026-11-05 10:00',
          'padang-pupr',
        ),
      ),
      ...Array.from({ length: 2 }, () =>
        disposed('2026-11-02 10:00', '2026-11-03 10:00', 'padang-pupr').result(
          '2026-11-23 10:00',
          'padang-pupr',
        ),
      ),
      disposed('2026-11-02 10:00', '2026-11-20 10:00', 'padang-pupr', { isConfidential: true }),
    );
    expect((await rows(''))[''].steps).toMatchObject({ onTime: 26, late: 5 });
    expect((await rows('filter: { organisationId: "padang-pupr" }', MAYOR))[''].steps).toMatchObject({
      onTime: 16,
      late: 4,
      onTimeRate: 80,
    });
    for (const viewer of [ANALYST, PUBLIC_VIEWER])
      expect((await rows('', viewer))[''].steps).toEqual({
        onTime: null,
        late: null,
        onTimeRate: null,
        byStep: [
          { step: 'VERIFICATION', onTime: null, late: null, onTimeRate: null },
          { step: 'FOLLOW_UP', onTime: null, late: null, onTimeRate: null },
          { step: 'RESOLUTION', onTime: null, late: null, onTimeRate: null },
        ],
      });
  });

  test('are as many as a direct count of the clocks finds, whatever happened', async () => {
    const histories = Array.from(
      { length: 60 },
      (_none, index) => fc.sample(randomHistory(`report-${index}`), { numRuns: 1, seed: 300 + index })[0]!,
    );
    await sla.tell(...histories.map((events) => events.slice(0, 4)));
    await sla.tell(...histories.map((events) => events.slice(4)));
    const direct = `select c.kind as step, count(*) filter (where stopped_at < due_at)::int as on_time,
        count(*) filter (where stopped_at >= due_at)::int as late
      from clock c where kind in ('VERIFICATION', 'FOLLOW_UP', 'RESOLUTION', 'REPLY_TURN') and stopped_at is not null
        and not (outcome = 'CANCELLED' and stopped_at < due_at)
        and not (outcome = 'CANCELLED' and exists (select from clock n where n.report_id = c.report_id and n.kind = c.kind
          and n.ordinal > c.ordinal and n.started_at = c.started_at))`;
    const counted = (where: string) =>
      `select step, sum(on_time)::int as on_time, sum(late)::int as late from figure_step where ${where} group by 1 order by 1`;
    const nation = await sla.rows<{ late: number }>(counted(`organisation_id = '' and grain = 'Y'`));
    expect(nation).toEqual(await sla.rows(`${direct} group by 1 order by 1`));
    expect(nation.some(({ late }) => late > 0)).toBe(true);
    for (const id of ['padang-pupr', 'padang-dlh', 'kemenpu'])
      expect(await sla.rows(counted(`organisation_id = '${id}' and grain = 'M'`))).toEqual(
        await sla.rows(
          `${direct} and c.organisation_id = any(array['${id}'${id === 'padang-pupr' ? `, 'padang-pupr-jalan'` : ''}]) group by 1 order by 1`,
        ),
      );
    expect(await sla.rows(`select count(*)::int as n from report_fact where steps is null`)).toEqual([
      { n: 0 },
    ]);
  });

  test('of facts of an earlier release are derived again, told to reports, and counted once', async () => {
    const report = disposed('2026-11-02 10:00', '2026-11-03 10:00', 'padang-pupr');
    await tell(report);
    const before = await rows('');
    await sla.rows('update report_fact set steps = null');
    await sla.rows('truncate figure_step, figure_step_region');
    const incomplete = await sla.query(`{ reportFigures(period: ${NOVEMBER}) { isComplete } }`, DESK);
    expect(incomplete.reportFigures.isComplete).toBe(false);
    const told = (await sla.told('clock.next-due-changed')).length;
    await sla.service.settle();
    expect(await rows('')).toEqual(before);
    expect((await sla.told('clock.next-due-changed')).slice(told)).toMatchObject([
      { reportId: report.events[0]!.reportId, steps: [{ kind: 'VERIFICATION', path: [], isOnTime: true }] },
    ]);
    await sla.service.settle();
    expect(await sla.told('clock.next-due-changed')).toHaveLength(told + 1);
  });

  test('what an earlier release changes during an upgrade is counted once by region', async () => {
    await tell(
      disposed('2026-11-02 10:00', '2026-11-03 10:00', 'padang-pupr'),
      disposed('2026-11-02 10:00', '2026-11-03 10:00', 'makassar', { regionCode: '73.71' }),
    );
    const byRegion = () =>
      sla.rows(
        'select region_code, due_at, is_confidential, open from figure_due_region order by region_code, due_at',
      );
    // As the migration leaves it.
    await sla.rows('update report_fact set steps = null');
    await sla.rows('truncate figure_step, figure_step_region, figure_due_region');
    // The earlier release hears that a deadline has moved: it knows the table of organisations alone.
    const [fact] = await sla.rows<{ report_id: string; next_due_at: Date }>(
      `select report_id, next_due_at from report_fact where region_code = '73.71'`,
    );
    await sla.rows(
      `update report_fact set next_due_at = next_due_at + interval '1 day' where report_id = '${fact!.report_id}'`,
    );
    await sla.rows(
      `update figure_due set due_at = due_at + interval '1 day' where organisation_id in ('makassar', 'pemkot-makassar')`,
    );
    await sla.service.settle();
    const direct = await sla.rows(
      `select array_to_string(parts[:level], '.') as region_code, next_due_at as due_at, is_confidential, count(*)::int as open
       from (select string_to_array(region_code, '.') as parts, next_due_at, is_confidential from report_fact
             where next_due_at is not null) f, generate_series(1, least(3, cardinality(parts))) as level
       group by 1, 2, 3 order by 1, 2`,
    );
    expect(direct.length).toBeGreaterThan(2);
    expect(await byRegion()).toEqual(direct);
  });
});
