import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataFolder, describeFaults } from '@lapor/reference-data';
import { createCalendars, importHolidays } from '../src/modules/calendar/index.ts';
import { startSla } from '../src/index.ts';
import { aReport, at } from './a-report.ts';
import { DESK, logger, SECRET, startTestService, type TestService } from './a-service.ts';

const original = await readFile(join(dataFolder, 'holidays.csv'), 'utf8');

describe('the calendar', () => {
  let sla: TestService;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holidays-'));
    await write(original);
    sla = await startTestService(at('2026-11-23 08:00'), { dataDirectory: folder });
  });
  afterEach(async () => {
    await sla[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  const write = (content: string) => writeFile(join(folder, 'holidays.csv'), content);
  const importAgain = () => importHolidays(sla.database, join(folder, 'holidays.csv'), sla.clock.now());
  const count = async (condition: string) =>
    (await sla.rows<{ n: number }>(`select count(*)::int as n from holiday where ${condition}`))[0]!.n;
  const followUp = async () => {
    const { _entities } = await sla.query(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Report { clocks { kind dueOn explanation { calendarVersion skippedDays { reason } } } } } }',
      DESK,
      { r: [{ __typename: 'Report', id: 'report-1', viewerIsReporter: false }] },
    );
    return _entities[0].clocks.find(({ kind }: any) => kind === 'FOLLOW_UP');
  };
  const withExtraDay = original
    .replace(/^2026-12-24.*\n/m, '')
    .replace(
      '2027-01-01,Tahun Baru Masehi,national,estimated',
      '2027-01-01,Tahun Baru 2027 Masehi,national,estimated',
    )
    .concat('2026-11-25,Pemilihan Serentak,national,official,Keppres\n');

  test('is imported once; the same file changes nothing', async () => {
    expect(await count('retired_in is null')).toBe(372);
    const again = await importAgain();
    expect(again).toEqual({
      ok: true,
      value: { version: expect.stringMatching(/^decrees-to-2026\+[0-9a-f]{12}$/), changed: false },
    });
    expect(await sla.rows('select 1 from calendar_version')).toHaveLength(1);
  });

  test('of a changed file is a new version; what vanished or changed is retired, never deleted', async () => {
    await write(withExtraDay);
    expect(await importAgain()).toMatchObject({ ok: true, value: { changed: true } });
    expect(await count('retired_in is null')).toBe(372);
    expect(await count('retired_in is not null')).toBe(2);
    const versions = await createCalendars(sla.database).all();
    expect(
      versions.map(({ calendar }) => calendar.holidays.some(({ date }) => date === '2026-12-24')),
    ).toEqual([true, false]);
    expect(versions.map(({ calendar }) => calendar.holidays.length)).toEqual([372, 372]);
    // Back to the old file: a version of its own.
    await write(original);
    const back = await importAgain();
    expect(back.ok && back.value.version).toMatch(/^decrees-to-2026\+[0-9a-f]{12}\/2$/);
    const [first, , third] = await createCalendars(sla.database).all();
    expect(third!.calendar.holidays).toEqual(first!.calendar.holidays);
  });

  test('with a broken row imports nothing and names each fault; the one before stays in force', async () => {
    await write(
      withExtraDay.concat('2026-02-30,Tidak ada,national,official,x\n2026-11-25,Dua kali,cuti,official,x\n'),
    );
    const result = await importAgain();
    expect(result.ok).toBe(false);
    expect(!result.ok && describeFaults(result.faults)).toMatch(
      /^holidays\.csv:\d+ date: must be a day such as 2026-08-17 \(is "2026-02-30"\)\nholidays\.csv:\d+ kind: must be national or joint-leave \(is "cuti"\)$/,
    );
    expect(await sla.rows('select 1 from calendar_version')).toHaveLength(1);
    expect(await count('introduced_in > 1 or retired_in is not null')).toBe(0);
    const config = {
      databaseUrl: sla.databaseUrl,
      serviceSecret: SECRET,
      clock: sla.clock,
      logger,
      dataDirectory: folder,
    };
    await using again = await startSla(config, { database: sla.database });
    await again.ready();
    await sla.rows('truncate calendar_version restart identity cascade');
    await expect(startSla(config, { database: sla.database })).rejects.toThrow(/holidays\.csv:\d+ kind/);
  });

  test('two replicas that start at once make one version', async () => {
    await write(withExtraDay);
    await Promise.all([importAgain(), importAgain(), importAgain()]);
    expect(await sla.rows('select 1 from calendar_version')).toHaveLength(2);
  });

  test('changed in the middle of the year moves running deadlines and tells it; stopped ones keep the old answer', async () => {
    const answered = aReport('2026-11-20 19:00', { reportId: 'answered' })
      .disposed('2026-11-20 20:00', ['padang-pupr'], { reportClass: 'GRIEVANCE' })
      .result('2026-11-23 07:00', 'padang-pupr');
    await sla.tell(
      aReport('2026-11-20 19:00').disposed('2026-11-23 07:40', ['padang-pupr']).events,
      answered.events,
    );
    expect((await followUp()).dueOn).toBe('2026-11-30');
    await write(withExtraDay);
    sla.clock.set(at('2026-11-24 08:00'));
    const imported = await importAgain();
    expect(await sla.service.settle()).toBe(2);
    expect(await sla.service.settle()).toBe(0);
    const after = await followUp();
    expect(after.dueOn).toBe('2026-12-01');
    expect(after.explanation.calendarVersion).toBe(imported.ok && imported.value.version);
    expect(after.explanation.skippedDays[0]).toEqual({ reason: 'Pemilihan Serentak' });
    const told = (await sla.told('clock.next-due-changed')).slice(-2);
    expect(told.map(({ nextDueClock, nextDueAt }) => `${nextDueClock} ${nextDueAt}`).sort()).toEqual([
      'AUTO_CLOSE 2026-12-08T17:00:00.000Z',
      'FOLLOW_UP 2026-12-01T17:00:00.000Z',
    ]);
    const kept = await sla.rows<{ n: number }>(
      `select count(*)::int as n from clock where report_id = 'answered' and stopped_at is not null and calendar_id = 1`,
    );
    expect(kept[0]!.n).toBe(6);
  });

  test('answers holidays by year', async () => {
    const { holidays, errors } = await sla.query('{ holidays(year: 2026) { date name kind status } }');
    expect(errors).toBeUndefined();
    expect(holidays).toHaveLength(25);
    expect(holidays.at(-2)).toEqual({
      date: '2026-12-24',
      name: 'Cuti Bersama Natal',
      kind: 'JOINT_LEAVE',
      status: 'OFFICIAL',
    });
    expect((await sla.query('{ holidays(year: 2027) { status } }')).holidays[0]).toEqual({
      status: 'ESTIMATED',
    });
    expect((await sla.query('{ holidays(year: 202) { date } }')).holidays).toEqual([]);
    const statements = await sla.statementsOf(() => sla.query('{ holidays(year: 2026) { date } }'));
    expect(statements).toHaveLength(1);
  });

  test('previews a deadline as the clocks count it, and refuses what cannot be counted', async () => {
    const preview = (amount: number, zone = '"Asia/Jakarta"', unit = 'WORKING') =>
      sla.query(
        `{ deadlinePreview(startedAt: "2026-12-22T02:00:00.000Z", amount: ${amount}, unit: ${unit}, timeZone: ${zone}) {
             dueAt dueOn countedDays skippedDays { date reason } calendarVersion isEstimated } }`,
      );
    expect((await preview(3)).deadlinePreview).toEqual({
      dueAt: '2026-12-29T17:00:00.000Z',
      dueOn: '2026-12-29',
      countedDays: ['2026-12-23', '2026-12-28', '2026-12-29'],
      skippedDays: [
        { date: '2026-12-24', reason: 'Cuti Bersama Natal' },
        { date: '2026-12-25', reason: 'Kelahiran Yesus Kristus (Natal)' },
        { date: '2026-12-26', reason: 'WEEKEND' },
        { date: '2026-12-27', reason: 'WEEKEND' },
      ],
      calendarVersion: expect.stringMatching(/^decrees-to-2026/),
      isEstimated: false,
    });
    expect((await preview(8)).deadlinePreview).toMatchObject({ isEstimated: true });
    expect((await preview(3, '"Asia/Jayapura"')).deadlinePreview.dueAt).toBe('2026-12-29T15:00:00.000Z');
    expect((await preview(3, '"Asia/Jakarta"', 'CALENDAR')).deadlinePreview).toMatchObject({
      dueOn: '2026-12-25',
      skippedDays: [],
    });
    for (const refused of [await preview(0), await preview(251), await preview(3, '"Europe/Berlin"')])
      expect(refused.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});
