import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCalendars, createClosingDays } from '../src/modules/calendar/index.ts';
import { rebuildReports } from '../src/modules/report/index.ts';
import { readRuleBook } from '../src/rule-book.ts';
import { aReport, at, type UnitName } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const DAYS = [{ date: '2026-11-26', name: 'Hari Jadi Kota Padang', decree: 'SK Wali Kota 1/2026' }];

describe('closing days of a government', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-20 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const tell = (version: number, days: typeof DAYS, { organisationId = 'pemkot-padang', year = 2026 } = {}) =>
    sla.deliver('organisations', 'organisation.calendar-changed', [{ organisationId, year, days, version }]);
  const disposed = (reportId: string, unit: UnitName) =>
    aReport('2026-11-20 19:00', { reportId }).disposed('2026-11-23 09:00', [unit], {
      reportClass: 'GRIEVANCE',
    });
  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };
  const clocks = async (reportId: string, kind: string) => {
    const { _entities } = await sla.query(
      `query ($id: ID!) { _entities(representations: [{ __typename: "Report", id: $id, viewerIsReporter: false, viewerAnswersByHandOver: false }]) {
         ... on Report { clocks { kind dueOn explanation { countedDays calendarVersion skippedDays { date reason } } } } } }`,
      DESK,
      { id: reportId },
    );
    return _entities[0].clocks.filter((clock: { kind: string }) => clock.kind === kind);
  };
  const state = () =>
    sla.rows<Record<string, unknown>>('select * from clock order by id').then((rows) => JSON.stringify(rows));

  test('are no working days for its own clocks, explained as libur daerah, and for nobody else’s', async () => {
    await tell(1, DAYS);
    await sla.tell(disposed('own', 'padang-pupr').events, disposed('other', 'makassar').events);
    const [followUp] = await clocks('own', 'FOLLOW_UP');
    expect(followUp.dueOn).toBe('2026-12-01');
    expect(followUp.explanation.skippedDays).toContainEqual({
      date: '2026-11-26',
      reason: 'libur daerah: Hari Jadi Kota Padang',
    });
    expect(followUp.explanation.countedDays).not.toContain('2026-11-26');
    expect(followUp.explanation.calendarVersion).toMatch(/^decrees-to-2026\+.*\+pemkot-padang\/1$/);
    const [elsewhere] = await clocks('other', 'FOLLOW_UP');
    expect(elsewhere.dueOn).toBe('2026-11-30');
    expect(elsewhere.explanation.calendarVersion).not.toContain('pemkot');
    // The national desk works on that day: verification and first response are its.
    const [verification] = await clocks('own', 'VERIFICATION');
    expect(verification.explanation.calendarVersion).not.toContain('pemkot');
  });

  test('told later move what runs and leave what has stopped; each version explains its own', async () => {
    await sla.tell(
      disposed('running', 'padang-pupr').events,
      disposed('answered', 'padang-pupr').planned('2026-11-24 08:00', 'padang-pupr').events,
    );
    sla.clock.set(at('2026-11-24 09:00'));
    await tell(1, DAYS);
    await settle();
    expect((await clocks('running', 'FOLLOW_UP'))[0].dueOn).toBe('2026-12-01');
    const [stopped] = await clocks('answered', 'FOLLOW_UP');
    expect(stopped.dueOn).toBe('2026-11-30');
    expect(stopped.explanation.countedDays).toContain('2026-11-26');

    sla.clock.set(at('2026-11-24 10:00'));
    await sla.tell([...disposed('between', 'padang-pupr').planned('2026-11-24 10:30', 'padang-pupr').events]);
    sla.clock.set(at('2026-11-24 11:00'));
    await tell(2, []);
    await settle();
    expect((await clocks('running', 'FOLLOW_UP'))[0].dueOn).toBe('2026-11-30');
    // Stopped while the first version was in force: its day stays off, and says why.
    const [between] = await clocks('between', 'FOLLOW_UP');
    expect(between.explanation.skippedDays).toContainEqual({
      date: '2026-11-26',
      reason: 'libur daerah: Hari Jadi Kota Padang',
    });
  });

  test('derived again give exactly the live state, also by a process that has read nothing before', async () => {
    await sla.tell(disposed('a', 'padang-pupr').events, disposed('b', 'makassar').events);
    sla.clock.set(at('2026-11-24 09:00'));
    await tell(1, DAYS);
    await tell(1, [{ ...DAYS[0]!, date: '2026-11-27' }], { organisationId: 'pemkot-makassar' });
    await sla.tell(disposed('c', 'padang-dlh').planned('2026-11-24 08:00', 'padang-dlh').events);
    await settle();
    const live = await state();
    const again = async () =>
      rebuildReports(
        sla.database,
        await readRuleBook(sla.database, createCalendars(sla.database), createClosingDays(sla.database)),
        sla.clock.now(),
      );
    await again();
    expect(await state()).toBe(live);
    await sla.rows('truncate clock, report_fact');
    await again();
    expect(await state()).toBe(live);
  });

  test('of a year replace those told before; a repeated or an older telling changes nothing', async () => {
    await tell(2, DAYS);
    await tell(1, [{ ...DAYS[0]!, date: '2026-11-27' }]);
    await tell(2, []);
    await tell(1, [{ ...DAYS[0]!, date: '2027-04-01' }], { year: 2027 });
    await sla.tell(disposed('own', 'padang-pupr').events);
    const [followUp] = await clocks('own', 'FOLLOW_UP');
    const regional = followUp.explanation.skippedDays.filter(({ reason }: { reason: string }) =>
      reason.startsWith('libur daerah'),
    );
    expect(regional).toEqual([{ date: '2026-11-26', reason: 'libur daerah: Hari Jadi Kota Padang' }]);
    expect((await sla.rows('select 1 from closing_days')).length).toBe(3);
  });

  test('do not rename a day that the nation has off anyway', async () => {
    await tell(1, [{ ...DAYS[0]!, date: '2026-12-25' }, ...DAYS]);
    const { deadlinePreview } = await sla.query(
      `{ deadlinePreview(startedAt: "2026-12-22T02:00:00.000Z", amount: 3, unit: WORKING, timeZone: "Asia/Jakarta", organisationId: "padang-pupr") { dueOn skippedDays { date reason } } }`,
    );
    expect(deadlinePreview.skippedDays[1]).toEqual({
      date: '2026-12-25',
      reason: 'Kelahiran Yesus Kristus (Natal)',
    });
  });

  test('are in a preview for an organisation of that government only', async () => {
    await sla.deliver('organisations', 'organisation.changed', [
      {
        organisationId: 'padang-pupr',
        name: 'Dinas PUPR',
        acronym: null,
        kind: 'OPD',
        status: 'ACTIVE',
        parentId: 'pemkot-padang',
        governmentId: 'pemkot-padang',
        path: ['pemkot-padang', 'padang-pupr'],
        regionCode: '13.71',
        timeZone: 'Asia/Jakarta',
        isStaffed: true,
        unitKeys: [],
        hasDirectVerification: false,
        successorIds: [],
        version: 1,
      },
    ]);
    await tell(1, DAYS);
    const dueOn = async (argument: string) =>
      (
        await sla.query(
          `{ deadlinePreview(startedAt: "2026-11-23T02:00:00.000Z", amount: 5, unit: WORKING, timeZone: "Asia/Jakarta"${argument}) { dueOn } }`,
        )
      ).deadlinePreview.dueOn;
    expect(await dueOn('')).toBe('2026-11-30');
    expect(await dueOn(', organisationId: "padang-pupr"')).toBe('2026-12-01');
    expect(await dueOn(', organisationId: "tidak-dikenal"')).toBe('2026-11-30');
  });
});
