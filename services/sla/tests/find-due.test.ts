import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDue } from '../src/jobs/find-due.ts';
import { tellRunOut } from '../src/modules/report/index.ts';
import { aReport, at, BY_CITIZEN, BY_DESK, BY_SYSTEM, type ReportHistory } from './a-report.ts';
import { startTestService, type TestService } from './a-service.ts';

const resolved = (reportId = 'report-1') =>
  aReport('2026-11-20 19:00', { reportId })
    .disposed('2026-11-23 09:40', ['padang-pupr'])
    .result('2026-12-11 10:00', 'padang-pupr'); // closes at the end of 29 December
const postponed = (reportId = 'report-2') =>
  aReport('2026-11-20 19:00', { reportId }).next('2026-11-24 10:00', 'POSTPONED', {
    ...BY_DESK,
    state: 'POSTPONED',
  });
const last = ({ events }: ReportHistory) => [events.at(-1)!];

describe('timed transitions', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-12-12 10:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());
  const find = (batchSize?: number) => findDue(sla.database, [tellRunOut], sla.clock.now(), batchSize);
  const due = () => sla.told('clock.due-reached');
  /** How many are told by one look. */
  const look = async () => {
    const before = (await due()).length;
    await find();
    return (await due()).length - before;
  };

  test('are told when they are due, not before, once, with their due instant', async () => {
    await sla.tell(resolved().events, postponed().events);
    sla.clock.set(at('2026-12-24 23:59'));
    expect(await look()).toBe(0);
    sla.clock.set(at('2026-12-25 00:00'));
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    sla.clock.set(at('2027-01-04 10:00'));
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    expect(await due()).toEqual([
      { reportId: 'report-2', clock: 'POSTPONEMENT', dueAt: '2026-12-24T17:00:00.000Z', sequence: 2 },
      { reportId: 'report-1', clock: 'AUTO_CLOSE', dueAt: '2026-12-29T17:00:00.000Z', sequence: 3 },
    ]);
    const occurred = await sla.rows<{ occurred_at: Date }>(
      `select occurred_at from event where type = 'clock.due-reached' order by id`,
    );
    expect(occurred.map(({ occurred_at }) => occurred_at.toISOString())).toEqual([
      '2026-12-24T17:00:00.000Z',
      '2026-12-29T17:00:00.000Z',
    ]);
  });

  test('are not told of a clock that stopped, and told anew of one that started again', async () => {
    const report = resolved().next('2026-12-15 10:00', 'REPLIED', BY_CITIZEN);
    await sla.tell(report.events);
    sla.clock.set(at('2027-02-01 10:00'));
    expect(await look()).toBe(0);
    await sla.tell(last(report.result('2027-01-04 10:00', 'padang-pupr')));
    expect(await look()).toBe(1);
    expect((await due()).map(({ dueAt }) => dueAt)).toEqual(['2027-01-19T17:00:00.000Z']);
  });

  test('stay told when other things happen to the report, and tell again after dispute and new result', async () => {
    const report = resolved();
    await sla.tell(report.events);
    sla.clock.set(at('2026-12-30 10:00'));
    expect(await look()).toBe(1);
    await sla.tell(last(report.next('2026-12-30 10:01', 'FLAGGED')));
    expect(await look()).toBe(0);
    await sla.tell(
      last(
        report.next('2026-12-30 10:02', 'COMPLETED', {
          ...BY_SYSTEM,
          state: 'COMPLETED',
          reasonCode: 'AUTOMATIC',
        }),
      ),
    );
    await sla.tell(
      last(report.next('2027-01-04 10:00', 'DISPUTED', { ...BY_CITIZEN, state: 'IN_PROGRESS' })),
    );
    await sla.tell(last(report.result('2027-01-06 10:00', 'padang-pupr')));
    sla.clock.set(at('2027-01-21 10:00'));
    expect(await look()).toBe(1);
    expect((await due()).map(({ sequence }) => sequence)).toEqual([3, 7]);
  });

  test('are told once when two replicas look at the same time, again and again', async () => {
    const reports = Array.from({ length: 120 }, (_, index) => resolved(`report-${index}`).events);
    await sla.tell(...reports);
    sla.clock.set(at('2027-01-04 10:00'));
    const replica = async () => {
      for (let quiet = 0; quiet < 3;) quiet = (await find(7)) > 0 ? 0 : quiet + 1;
    };
    await Promise.all([replica(), replica(), replica()]);
    const told = (await due()).map(({ reportId }) => reportId);
    expect(told).toHaveLength(120);
    expect(new Set(told).size).toBe(120);
  });

  test('wait while the report is being derived, and are not told when that stops the clock', async () => {
    const report = resolved();
    await sla.tell(report.events);
    sla.clock.set(at('2026-12-30 00:00'));
    await sla.database.transaction(async (em) => {
      await em.execute(`select 1 from report_fact where report_id = 'report-1' for update`);
      expect(await look()).toBe(0);
      await em.execute(`delete from timer where clock_id = 'report-1:AUTO_CLOSE:1'`);
    });
    expect(await look()).toBe(0);
    expect(await due()).toEqual([]);
  });

  test('reach the service that makes them, through delivery, and wait while it is away', async () => {
    await sla.tell(resolved().events);
    sla.clock.set(at('2026-12-30 00:00'));
    const arrived: string[] = [];
    let isAway = true;
    sla.service.connect({
      reports: async (_, events) => {
        if (isAway) throw new Error('away');
        arrived.push(...events.map(({ type }) => type));
        return { failed: [] };
      },
    });
    await sla.service.settle();
    expect(arrived).toEqual([]);
    isAway = false;
    await sla.service.settle();
    // The calendar is told at the start.
    expect(arrived).toEqual(['calendar.changed', 'clock.next-due-changed', 'clock.due-reached']);
    expect(await sla.service.settle()).toBe(0);
  });
});
