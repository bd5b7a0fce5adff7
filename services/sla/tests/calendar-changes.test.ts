import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataFolder } from '@lapor/reference-data';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { importHolidays } from '../src/modules/calendar/index.ts';
import { readEntries } from '../src/modules/entry/index.ts';
import { aReport, at } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

const DAY = `date before { name kind status decree } after { name kind status decree }`;
const CHANGED = `result: %(input: $input) { __typename
  ... on CalendarChanged { calendarVersion changes { ${DAY} } }
  ... on UserError { code } ... on InvalidInput { fields { path code } } }`;
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${CHANGED.replace('%', name)} }`;
const SAVE = mutation('saveHoliday', 'SaveHolidayInput');
const REMOVE = mutation('removeHoliday', 'RemoveHolidayInput');
const IMPORT = `mutation ($input: ImportHolidaysInput!) { result: importHolidays(input: $input) { __typename
  ... on HolidaysImported { isDryRun calendarVersion unchangedCount changes { ${DAY} } }
  ... on HolidayFileFaulty { code faults { line field message } }
  ... on UserError { code } ... on InvalidInput { fields { path code } } } }`;
const ELECTION = {
  date: '2026-11-25',
  name: 'Pemilihan Serentak',
  kind: 'NATIONAL',
  status: 'OFFICIAL',
  decree: 'Keppres 12/2026',
};

describe('changing the calendar', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-23 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const send = async (source: string, input: object, viewer: Viewer = DESK) => {
    const { result, errors } = await sla.query(source, viewer, { input });
    expect(errors).toBeUndefined();
    return result;
  };
  const holiday = async (date: string) =>
    (
      await sla.query(`{ holidays(year: ${date.slice(0, 4)}) { date name kind status decree } }`)
    ).holidays.find((one: { date: string }) => one.date === date);
  const versions = () => sla.rows<{ version: string }>('select version from calendar_version order by id');
  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };
  const followUp = async (reportId = 'report-1') => {
    const [row] = await sla.rows<{ due: Date; calendar: number }>(
      `select due_at as due, calendar_id as calendar from clock where report_id = '${reportId}' and kind = 'FOLLOW_UP'`,
    );
    return row!;
  };

  test('adds a day off as a version of its own, once per request, and moves what runs', async () => {
    await sla.tell(aReport('2026-11-20 19:00').disposed('2026-11-23 07:40', ['padang-pupr']).events);
    expect((await followUp()).due).toEqual(at('2026-12-01 00:00'));
    const input = { requestKey: randomUUID(), ...ELECTION };
    const changed = await send(SAVE, input);
    const { date, ...day } = ELECTION;
    expect(changed).toMatchObject({
      __typename: 'CalendarChanged',
      changes: [{ date, before: null, after: day }],
    });
    expect(changed.calendarVersion).toMatch(/^decrees-to-2026~\d+$/);
    expect(await send(SAVE, input)).toEqual(changed);
    expect(await versions()).toHaveLength(2);
    expect(await holiday(date)).toEqual(ELECTION);
    await settle();
    expect((await followUp()).due).toEqual(at('2026-12-02 00:00'));
    const entries = await readEntries(sla.database, ['CALENDAR_CHANGED']);
    expect(entries.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([
      ['SYSTEM', null],
      ['OFFICER', DESK.accountId],
    ]);
  });

  test('renames a day and lets it be a working day again; the old versions stay as they were', async () => {
    await send(SAVE, {
      ...ELECTION,
      date: '2026-12-24',
      name: 'Cuti Bersama Natal 2026',
      kind: 'JOINT_LEAVE',
    });
    expect((await holiday('2026-12-24')).name).toBe('Cuti Bersama Natal 2026');
    const removed = await send(REMOVE, { date: '2026-12-24', decree: 'SKB 5/2026' });
    expect(removed.changes).toMatchObject([{ before: { name: 'Cuti Bersama Natal 2026' }, after: null }]);
    expect(await holiday('2026-12-24')).toBeUndefined();
    const { calendarVersions } = await sla.query(
      '{ calendarVersions(first: 2) { edges { node { version decree changeCount effectiveAt knownUntil changes { date } } } pageInfo { hasNextPage endCursor } } }',
      DESK,
    );
    expect(calendarVersions.edges.map(({ node }: any) => node)).toMatchObject([
      { decree: 'SKB 5/2026', changeCount: 1, knownUntil: '2026-12-31', changes: [{ date: '2026-12-24' }] },
      { decree: 'Keppres 12/2026', changeCount: 1 },
    ]);
    expect(calendarVersions.pageInfo.hasNextPage).toBe(true);
    const before = await sla.rows(
      `select name from holiday h where date = '2026-12-24' and introduced_in = 1 and retired_in = 2`,
    );
    expect(before).toEqual([{ name: 'Cuti Bersama Natal' }]);
  });

  test('refuses what changes nothing, is not there, or lies too far away', async () => {
    expect(await send(REMOVE, { date: '2026-11-26', decree: 'SKB 5/2026' })).toMatchObject({
      code: 'HOLIDAY_UNKNOWN',
    });
    await send(SAVE, ELECTION);
    expect(await send(SAVE, ELECTION)).toMatchObject({ code: 'CALENDAR_UNCHANGED' });
    expect(await send(SAVE, { ...ELECTION, date: '2024-05-01' })).toMatchObject({
      fields: [{ path: 'input.date' }],
    });
    expect(await send(SAVE, { ...ELECTION, name: 'x', decree: '' })).toMatchObject({
      fields: [{ path: 'input.name' }, { path: 'input.decree' }],
    });
    expect(await versions()).toHaveLength(2);
  });

  test('is the national desk’s alone, and nobody else learns more than what is off', async () => {
    const key = { ...DESK, apiKey: { id: 'key', scopes: ['graph:read', 'graph:write'] } } as Viewer;
    const others = [
      PUBLIC_VIEWER,
      officer('AGENCY_ADMIN', 'pemkot-padang'),
      officer('OMBUDSMAN', 'orI'),
      key,
    ];
    for (const viewer of others) {
      expect(await send(SAVE, ELECTION, viewer)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await send(REMOVE, { date: '2026-12-24', decree: 'SKB' }, viewer)).toMatchObject({
        code: 'NOT_FOUND',
      });
      const csv = 'date,name,kind,status\n2027-01-01,Tahun Baru,national,official\n';
      for (const input of [
        { year: 2027, csv, dryRun: true },
        { year: 2027, csv: 'x', dryRun: true },
      ])
        expect(await send(IMPORT, input, viewer)).toMatchObject({ code: 'NOT_FOUND' });
      expect(
        await sla.query('{ calendarVersions { edges { cursor } } recalculation { total } }', viewer),
      ).toEqual({
        calendarVersions: null,
        recalculation: null,
      });
    }
    expect(await versions()).toHaveLength(1);
  });

  describe('by the file of a year', () => {
    const LINES = [
      '2027-01-01,Tahun Baru Masehi,national,official',
      '2027-02-06,Tahun Baru Imlek,national,official',
      '2027-03-10,Idulfitri,national,official',
      '2027-03-11,Idulfitri (hari kedua),national,official',
      '2027-03-12,Cuti Bersama Idulfitri,joint-leave,official',
      '2027-03-26,Wafat Yesus Kristus,national,official',
      '2027-05-01,Hari Buruh,national,official',
      '2027-05-06,Kenaikan,national,official',
      '2027-05-17,Iduladha,national,official',
      '2027-08-17,Kemerdekaan,national,official',
      '2027-12-25,Natal,national,official',
    ];
    const csv = ['date,name,kind,status', ...LINES].join('\n');

    test('says first what it would add, remove and change, then does it, and the year is known', async () => {
      const present = await versions();
      const dry = await send(IMPORT, { year: 2027, csv, dryRun: true });
      expect(dry).toMatchObject({ __typename: 'HolidaysImported', isDryRun: true, unchangedCount: 0 });
      expect(dry.calendarVersion).toBe(present[0]!.version);
      const kinds = dry.changes.map(({ before, after }: any) =>
        !before ? 'added' : after ? 'changed' : 'removed',
      );
      expect(new Set(kinds)).toEqual(new Set(['added', 'changed', 'removed']));
      expect(kinds.filter((kind: string) => kind !== 'removed')).toHaveLength(LINES.length);
      expect(await versions()).toEqual(present);
      const preview = async () =>
        (
          await sla.query(
            '{ deadlinePreview(startedAt: "2026-12-30T02:00:00.000Z", amount: 5, unit: WORKING, timeZone: "Asia/Jakarta") { isEstimated } }',
          )
        ).deadlinePreview.isEstimated;
      expect(await preview()).toBe(true);
      const done = await send(IMPORT, {
        year: 2027,
        csv,
        decree: 'SKB 3 Menteri 2027',
        dryRun: false,
        basedOn: dry.calendarVersion,
      });
      expect(done).toMatchObject({ isDryRun: false });
      expect(done.calendarVersion).toMatch(/^decrees-to-2027~/);
      expect(done.changes.map(({ date }: any) => date)).toEqual(dry.changes.map(({ date }: any) => date));
      expect(await preview()).toBe(false);
      const { holidays } = await sla.query('{ holidays(year: 2027) { date decree } }');
      expect(holidays).toHaveLength(LINES.length);
      expect(new Set(holidays.map(({ decree }: any) => decree))).toEqual(new Set(['SKB 3 Menteri 2027']));
      // A second look finds nothing to do; one that was made before the import is refused.
      expect(await send(IMPORT, { year: 2027, csv, dryRun: true })).toMatchObject({
        changes: [],
        unchangedCount: LINES.length,
      });
      const late = { year: 2027, csv, decree: 'SKB', dryRun: false, basedOn: dry.calendarVersion };
      expect(await send(IMPORT, late)).toMatchObject({ code: 'STATE_CHANGED' });
    });

    test('is refused as a whole with each faulty line', async () => {
      const broken = [
        'date,name,kind,status',
        '2027-01-01,Tahun Baru,national,official',
        '2027-02-30,Tidak ada,national,official',
        '2027-03-10,Idulfitri,libur,official',
        '2027-01-01,Sekali lagi,national,official',
      ].join('\n');
      const faulty = await send(IMPORT, { year: 2027, csv: broken, dryRun: true });
      expect(faulty.__typename).toBe('HolidayFileFaulty');
      expect(faulty.faults.map(({ line, field }: any) => [line, field])).toEqual([
        [3, 'date'],
        [4, 'kind'],
        [5, 'date'],
      ]);
      const other = await send(IMPORT, { year: 2028, csv, dryRun: true });
      expect(other.faults).toHaveLength(LINES.length);
      expect((await send(IMPORT, { year: 2027, csv: 'tanggal\n', dryRun: true })).faults[0]).toMatchObject({
        line: 1,
        field: 'date',
      });
      expect(await send(IMPORT, { year: 2027, csv, dryRun: false })).toMatchObject({
        fields: [{ path: 'input.decree' }],
      });
      expect(await versions()).toHaveLength(1);
    });
  });

  test('wins over the file of the platform, day by day, also after a restart with another file', async () => {
    await send(SAVE, ELECTION);
    await send(REMOVE, { date: '2026-12-24', decree: 'SKB 5/2026' });
    const folder = await mkdtemp(join(tmpdir(), 'holidays-'));
    const file = join(folder, 'holidays.csv');
    const original = await readFile(join(dataFolder, 'holidays.csv'), 'utf8');
    await writeFile(file, original);
    expect(await importHolidays(sla.database, file, sla.clock.now())).toMatchObject({
      value: { changed: false },
    });
    await writeFile(
      file,
      `${original}2026-11-25,Lain,national,official,x\n2026-11-27,Baru,national,official,x\n`,
    );
    expect(await importHolidays(sla.database, file, sla.clock.now())).toMatchObject({
      value: { changed: true },
    });
    await rm(folder, { recursive: true });
    expect((await holiday('2026-11-25')).name).toBe(ELECTION.name);
    expect((await holiday('2026-11-27')).name).toBe('Baru');
    expect(await holiday('2026-12-24')).toBeUndefined();
  });
});
