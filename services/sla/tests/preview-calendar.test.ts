import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recalculateOpen } from '../src/jobs/recalculate-open.ts';
import { createCalendars, createClosingDays } from '../src/modules/calendar/index.ts';
import { randomHistory } from './random-history.ts';
import { aReport, at } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const EFFECT = `movedCount laterCount earlierCount lateCount candidateCount examinedCount isComplete earliestDueOn latestDueOn
  byKind { kind movedCount } examples { report { id } kind organisation { id } dueOnBefore dueOnAfter }`;
const PREVIEW = `query ($off: [LocalDate!]!, $working: [LocalDate!]!) {
  previewCalendarChange(daysOff: $off, workingDays: $working) { ${EFFECT} } }`;
const SAVE = `mutation ($input: SaveHolidayInput!) { result: saveHoliday(input: $input) { __typename } }`;
const REMOVE = `mutation ($input: RemoveHolidayInput!) { result: removeHoliday(input: $input) { __typename } }`;
const RECALCULATION = '{ recalculation { state cause total done startedAt finishedAt } }';

describe('what a change of the calendar would move', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-23 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const preview = async (off: string[], working: string[] = []) => {
    const { previewCalendarChange, errors } = await sla.query(PREVIEW, DESK, { off, working });
    expect(errors).toBeUndefined();
    return previewCalendarChange;
  };
  const change = async (off: string[], working: string[] = []) => {
    for (const date of off) {
      const input = {
        date,
        name: 'Libur tambahan',
        kind: 'NATIONAL',
        status: 'OFFICIAL',
        decree: 'Keppres 1',
      };
      expect((await sla.query(SAVE, DESK, { input })).result.__typename).toBe('CalendarChanged');
    }
    for (const date of working)
      expect(
        (await sla.query(REMOVE, DESK, { input: { date, decree: 'Keppres 2' } })).result.__typename,
      ).toBe('CalendarChanged');
  };
  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };
  const deadlines = async () =>
    new Map(
      (
        await sla.rows<{ id: string; due: Date }>(
          'select id, due_at as due from clock where stopped_at is null order by id',
        )
      ).map(({ id, due }) => [id, due.getTime()]),
    );

  test('is counted by kind, with the first and last day and examples, and written nowhere', async () => {
    await sla.tell(
      aReport('2026-11-20 19:00').disposed('2026-11-23 07:40', ['padang-pupr'], { reportClass: 'GRIEVANCE' })
        .events,
      aReport('2026-11-23 07:00', { reportId: 'report-2' }).events,
    );
    const versions = await sla.rows('select * from calendar_version');
    const effect = await preview(['2026-11-25']);
    // Follow-up and resolution of the first, verification, first response of the second, and both Ombudsman clocks.
    expect(effect).toMatchObject({
      movedCount: 6,
      laterCount: 6,
      earlierCount: 0,
      lateCount: 0,
      isComplete: true,
      earliestDueOn: '2026-11-27',
      latestDueOn: '2026-12-14',
    });
    expect(effect.byKind).toEqual([
      { kind: 'OMBUDSMAN', movedCount: 2 },
      { kind: 'FIRST_RESPONSE', movedCount: 1 },
      { kind: 'FOLLOW_UP', movedCount: 1 },
      { kind: 'RESOLUTION', movedCount: 1 },
      { kind: 'VERIFICATION', movedCount: 1 },
    ]);
    expect(effect.examples[0]).toEqual({
      report: { id: 'report-2' },
      kind: 'FIRST_RESPONSE',
      organisation: null,
      dueOnBefore: '2026-11-26',
      dueOnAfter: '2026-11-27',
    });
    expect(await sla.rows('select * from calendar_version')).toEqual(versions);
    expect(await preview(['2026-10-05'])).toMatchObject({
      movedCount: 0,
      candidateCount: 0,
      earliestDueOn: null,
    });
    // A Saturday, and a day that is off already.
    expect(await preview(['2026-11-28', '2026-12-25'])).toMatchObject({ movedCount: 0 });
  });

  test('tells what would be late at once when a day off is taken away', async () => {
    await sla.tell(aReport('2026-12-22 10:00').events);
    sla.clock.set(at('2026-12-29 08:00'));
    const effect = await preview([], ['2026-12-24']);
    expect(effect).toMatchObject({ earlierCount: effect.movedCount, lateCount: 2 });
  });

  test('is what happens, for any histories, pauses and closing days', async () => {
    await sla.deliver('organisations', 'organisation.calendar-changed', [
      {
        organisationId: 'pemkot-padang',
        year: 2026,
        days: [{ date: '2026-11-26', name: 'Hari Jadi', decree: 'SK 1' }],
        version: 1,
      },
    ]);
    const histories = fc.sample(randomHistory(), { numRuns: 120, seed: 20261123 });
    await sla.tell(
      ...histories.map((events, index) =>
        events.map((event) => ({ ...event, reportId: `report-${String(index).padStart(3, '0')}` })),
      ),
    );
    await settle();
    const [middle] = await sla.rows<{ at: Date }>(
      'select percentile_disc(0.5) within group (order by counted_from) as at from clock where stopped_at is null',
    );
    const now = middle!.at;
    const dayAfter = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const known = new Set(
      (
        await sla.rows<{ date: string }>('select date::text as date from holiday where retired_in is null')
      ).map(({ date }) => date),
    );
    const off = Array.from({ length: 24 }, (_, days) => dayAfter(days - 8)).filter(
      (date) => !known.has(date),
    );
    sla.clock.set(now);
    const before = await deadlines();
    const foretold = await preview(off);
    expect(foretold).toMatchObject({ isComplete: true });
    expect(foretold.movedCount).toBeGreaterThan(20);
    await change(off);
    await settle();
    const after = await deadlines();
    const moved = [...after].filter(([id, due]) => before.get(id) !== due);
    expect(foretold.movedCount).toBe(moved.length);
    // And back again.
    const back = await preview([], off);
    await change([], off);
    await settle();
    expect(back.movedCount).toBe(moved.length);
    expect(await deadlines()).toEqual(before);
  });

  test('is counted anew in the background, and how far it has come can be seen', async () => {
    expect((await sla.query(RECALCULATION, DESK)).recalculation).toBeNull();
    const reports = Array.from({ length: 4 }, (_, index) =>
      aReport('2026-11-20 19:00', { reportId: `report-${index}` }).disposed('2026-11-23 07:40', [
        'padang-pupr',
      ]),
    );
    await sla.tell(...reports.map(({ events }) => events));
    await change(['2026-11-25']);
    const begun = { state: 'RUNNING', cause: 'CALENDAR', total: 4, done: 0, finishedAt: null };
    expect((await sla.query(RECALCULATION, DESK)).recalculation).toMatchObject(begun);
    const { database } = sla;
    const batch = () =>
      recalculateOpen(database, createCalendars(database), createClosingDays(database), sla.clock.now(), 1);
    expect(await batch()).toBe(1);
    expect((await sla.query(RECALCULATION, DESK)).recalculation).toMatchObject({ ...begun, done: 1 });
    // Several replicas share what is left, and none of it is done twice.
    while ((await Promise.all([batch(), batch(), batch()])).some((count) => count > 0));
    expect((await sla.query(RECALCULATION, DESK)).recalculation).toMatchObject({
      state: 'FINISHED',
      total: 4,
      done: 4,
      finishedAt: '2026-11-23T01:00:00.000Z',
    });
  });
});
