import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '@lapor/clock';
import type { TestDatabase } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import { dataFolder } from '@lapor/reference-data';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setDirectVerification } from '../src/modules/change/index.ts';
import { importReferenceData } from '../src/modules/reference-import/index.ts';
import { startOrganisations } from '../src/service.ts';
import { emptyDatabase, eventsOf, officer } from './harness.ts';

const regions = [
  'code,name,level,parent,lat,lng,timezone,tz_label',
  '13,Sumatera Barat,province,,-0.8,100.5,Asia/Jakarta,WIB',
  '13.71,Kota Padang,city,13,-0.9,100.4,Asia/Jakarta,WIB',
  '13.71.09,Kuranji,district,13.71,-0.9,100.4,Asia/Jakarta,WIB',
  '13.77,Kota Pariaman,city,13,-0.6,100.1,Asia/Jakarta,WIB',
  '13.77.01,Pariaman Tengah,district,13.77,-0.6,100.1,Asia/Jakarta,WIB',
];
const organisations = [
  'id,name,acronym,kind,parent,region_code,status,successor,klpd_code,source',
  'kemenpu,Kementerian Pekerjaan Umum,Kementerian PU,ministry,,,active,,K30,list',
  'pemprov-13,Pemerintah Provinsi Sumatera Barat,Pemprov Sumatera Barat,province,,13,active,,,derived',
  'pemkot-13-71,Pemerintah Kota Padang,Pemkot Padang,city,pemprov-13,13.71,active,,,derived',
  'pemkot-13-77,Pemerintah Kota Pariaman,Pemkot Pariaman,city,pemprov-13,13.77,active,,,derived',
  'opd-13-71-dpupr,Dinas Pekerjaan Umum Kota Padang,DPUPR,opd,pemkot-13-71,13.71,active,,,press',
  'opd-13-71-dlh,Dinas Lingkungan Hidup Kota Padang,DLH,opd,pemkot-13-71,13.71,active,,,press',
];
const templates = [
  'key,applies_to,name_pattern,acronym,urusan,group,status,source',
  'disdik,city,Dinas Pendidikan {r},Disdik,1.01,wajib,template,hand-written',
  'kecamatan,city,Kecamatan {d},Kecamatan,7.01,kewilayahan,template,hand-written',
  'kelurahan,city,Kelurahan {v},Kelurahan,7.02,kewilayahan,template,hand-written',
];
const categories = [
  'id,parent,name,usual_level,national_org,opd_key',
  'jalan,,Jalan,national,kemenpu,',
  'pendidikan,,Pendidikan,regency,,disdik',
];

let postgres: TestDatabase;
let folder: string;
const clock = movableClock('2026-11-20T02:40:00Z');

beforeEach(async () => {
  postgres = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'reference-data-'));
  await write('regions.csv', regions);
  await write('organisations.csv', organisations);
  await write('opd-templates.csv', templates);
  await write('categories.csv', categories);
});
afterEach(async () => {
  await postgres[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const write = (file: string, lines: readonly string[]) =>
  writeFile(join(folder, file), `${lines.join('\n')}\n`);
const replaced = (lines: readonly string[], from: string, to: string) =>
  lines.map((line) => line.replace(from, to));
const without = (lines: readonly string[], beginning: string) =>
  lines.filter((line) => !line.startsWith(beginning));
const run = () => importReferenceData({ database: postgres.database, clock }, folder);
const counts = (inserted: number, updated: number, unchanged: number, retired: number) => ({
  inserted,
  updated,
  unchanged,
  retired,
});
const stored = () =>
  postgres.database.query<Record<string, unknown>>(
    'test-organisations',
    'select id, name, status, version, parent_id, path, is_template, retired_at from organisation order by id',
  );
const organisation = async (id: string) => (await stored()).find((row) => row.id === id);

test('a first import writes regions, organisations and units from templates, and tells of each organisation', async () => {
  expect(await run()).toEqual({
    outcome: 'IMPORTED',
    regions: counts(5, 0, 0, 0),
    organisations: counts(8, 0, 0, 0),
    categoryMap: counts(2, 0, 0, 0),
  });
  expect((await stored()).map(({ id, is_template }) => [id, is_template])).toEqual([
    ['kemenpu', false],
    ['opd-13-71-dlh', false],
    ['opd-13-71-dpupr', false],
    ['opd-13-77-disdik', true],
    ['opd-13-77-kec-01', true],
    ['pemkot-13-71', false],
    ['pemkot-13-77', false],
    ['pemprov-13', false],
  ]);
  const events = await eventsOf(postgres.database, 'organisation.changed');
  expect(events).toHaveLength(8);
  expect(events.find(({ stream }) => stream === 'opd-13-71-dpupr')?.payload).toEqual({
    organisationId: 'opd-13-71-dpupr',
    name: 'Dinas Pekerjaan Umum Kota Padang',
    acronym: 'DPUPR',
    kind: 'OPD',
    status: 'ACTIVE',
    parentId: 'pemkot-13-71',
    governmentId: 'pemkot-13-71',
    path: ['pemkot-13-71', 'opd-13-71-dpupr'],
    regionCode: '13.71',
    timeZone: 'Asia/Jakarta',
    isStaffed: false,
    unitKeys: [],
    hasDirectVerification: false,
    successorIds: [],
    version: 1,
  });
});

test('the same files again change nothing, and neither do other files with the same rows', async () => {
  await run();
  expect(await run()).toEqual({ outcome: 'UNCHANGED' });
  await write('organisations.csv', [organisations[0]!, ...organisations.slice(1).reverse()]);
  const before = await stored();
  expect(await run()).toEqual({
    outcome: 'IMPORTED',
    regions: counts(0, 0, 5, 0),
    organisations: counts(0, 0, 8, 0),
    categoryMap: counts(0, 0, 2, 0),
  });
  expect(await stored()).toEqual(before);
  expect(await eventsOf(postgres.database, 'organisation.changed')).toHaveLength(8);
});

test('a changed row is updated with a new version, what people set stays', async () => {
  await run();
  const isEnabled = { organisationId: 'pemkot-13-71', isEnabled: true };
  await setDirectVerification(
    { database: postgres.database, clock },
    isEnabled,
    officer('desk', ['NATIONAL_ADMIN', 'kemenpu']),
  );
  await write(
    'organisations.csv',
    replaced(organisations, 'Pemerintah Kota Padang', 'Pemerintah Kota Padang Baru'),
  );
  expect(await run()).toMatchObject({ outcome: 'IMPORTED', organisations: counts(0, 1, 7, 0) });
  expect(await organisation('pemkot-13-71')).toMatchObject({
    name: 'Pemerintah Kota Padang Baru',
    version: 3,
  });
  expect((await eventsOf(postgres.database, 'organisation.changed')).at(-1)?.payload).toMatchObject({
    name: 'Pemerintah Kota Padang Baru',
    hasDirectVerification: true,
    version: 3,
  });
});

test('a new name of a region reaches the full names below it', async () => {
  await run();
  await write('regions.csv', replaced(regions, 'Sumatera Barat', 'Minangkabau'));
  // The province with all four regions below it, and the organisations that are found by its name.
  expect(await run()).toMatchObject({
    regions: counts(0, 5, 0, 0),
    organisations: { retired: 0, inserted: 0 },
  });
  const [district] = await postgres.database.query<{ full_name: string }>(
    'test-region',
    `select full_name from region where code = '13.71.09'`,
  );
  expect(district?.full_name).toBe('Kuranji, Kota Padang, Minangkabau');
});

test('a removed row is retired, not deleted, and comes back when the row does', async () => {
  await run();
  await write('organisations.csv', without(organisations, 'opd-13-71-dlh'));
  clock.set('2026-11-21T00:00:00Z');
  expect(await run()).toMatchObject({ organisations: counts(0, 0, 7, 1) });
  expect(await organisation('opd-13-71-dlh')).toMatchObject({
    status: 'FORMER',
    version: 2,
    retired_at: new Date('2026-11-21T00:00:00Z'),
  });
  expect((await eventsOf(postgres.database, 'organisation.changed')).at(-1)).toMatchObject({
    stream: 'opd-13-71-dlh',
    payload: { status: 'FORMER', version: 2 },
  });
  await write('organisations.csv', organisations);
  expect(await run()).toMatchObject({ organisations: counts(0, 1, 7, 0) });
  expect(await organisation('opd-13-71-dlh')).toMatchObject({
    status: 'ACTIVE',
    version: 3,
    retired_at: null,
  });
});

test('a government that gets units of its own loses those from templates', async () => {
  await run();
  await write('organisations.csv', [
    ...organisations,
    'opd-13-77-disdik,Dinas Pendidikan dan Kebudayaan Kota Pariaman,Disdikbud,opd,pemkot-13-77,13.77,active,,,press',
  ]);
  expect(await run()).toMatchObject({ organisations: counts(0, 1, 6, 1) });
  expect(await organisation('opd-13-77-disdik')).toMatchObject({ is_template: false, status: 'ACTIVE' });
  expect(await organisation('opd-13-77-kec-01')).toMatchObject({ status: 'FORMER' });
});

describe('faulty files', () => {
  test('name every fault by line and field, and nothing is imported', async () => {
    await write('organisations.csv', [
      ...organisations,
      'opd-x,Dinas X,,opd,pemkot-99,13.71,active,,,press',
      'opd-y,,,dinas,pemkot-13-71,13.71,active,,,press',
    ]);
    expect(await run()).toEqual({
      outcome: 'FAULTY',
      faults: [
        { file: 'organisations.csv', line: 9, field: 'name', reason: 'must not be empty (is "")' },
        expect.objectContaining({ file: 'organisations.csv', line: 9, field: 'kind' }),
      ],
    });
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['organisations.csv', 'opd-x,Dinas X,,opd,pemkot-99,13.71,active,,,press', 'parent', 8],
    ['organisations.csv', 'opd-x,Dinas X,,opd,opd-x,13.71,active,,,press', 'parent', 8],
    ['organisations.csv', 'opd-x,Dinas X,,opd,pemkot-13-71,99.99,active,,,press', 'region_code', 8],
    ['organisations.csv', 'kemenx,Kementerian X,,ministry,,,former,kemeny,,list', 'successor', 8],
    ['organisations.csv', 'pemkot-x,Pemkot X,,city,pemprov-13,,active,,,list', 'region_code', 8],
    ['organisations.csv', 'kemenpu,Kementerian PU,,ministry,,,active,,,list', 'id', 8],
    ['regions.csv', '13.72.01,Lubuk,district,13.72,0,100,Asia/Jakarta,WIB', 'parent', 7],
    ['regions.csv', '13.72,Kota Solok,district,13,0,100,Asia/Jakarta,WIB', 'level', 7],
    ['regions.csv', '13.72,Kota Solok,city,13,0,100,Asia/Padang,WIB', 'timezone', 7],
    [
      'opd-templates.csv',
      'disdik,city,Dinas Pendidikan {r},Disdik,1.01,wajib,template,hand-written',
      'key',
      5,
    ],
  ])('%s: %s', async (file, line, field, number) => {
    const lines = {
      'regions.csv': regions,
      'organisations.csv': organisations,
      'opd-templates.csv': templates,
    }[file]!;
    await write(file, [...lines, line]);
    const report = await run();
    expect(report).toMatchObject({ outcome: 'FAULTY', faults: [{ file, line: number, field }] });
    expect(await stored()).toEqual([]);
  });

  test('stop a first start with all faults, but not one that has data', async () => {
    await write('regions.csv', replaced(regions, 'WIB', 'XYZ'));
    const start = () =>
      startOrganisations({
        databaseUrl: postgres.url,
        clock,
        logger: createLogger('organisations', 'silent'),
        dataFolder: folder,
        organisationsSecret: 'only-for-tests-'.repeat(3),
        filesDirectory: folder,
      });
    await expect(start()).rejects.toThrow(/regions\.csv:2 tz_label/);
    await write('regions.csv', regions);
    await run();
    await write('regions.csv', replaced(regions, 'WIB', 'XYZ'));
    const service = await start();
    await expect(service.ready()).resolves.toBeUndefined();
    await service[Symbol.asyncDispose]();
  });
});

test('every import is kept with its counts, and a refusal once with its faults', async () => {
  await run();
  await write('regions.csv', replaced(regions, 'WIB', 'XYZ'));
  await run();
  await run();
  const kept = (await postgres.database.query(
    'test-runs',
    'select outcome, counts, faults from reference_import_run order by position',
  )) as { outcome: string; counts: Record<string, number>; faults: { line: number; field: string }[] }[];
  expect(kept.map(({ outcome }) => outcome)).toEqual(['IMPORTED', 'REFUSED']);
  expect(kept[0]!.counts).toMatchObject({ 'regions.inserted': 5, 'categoryMap.inserted': 2 });
  expect(kept[1]!.faults[0]).toMatchObject({ file: 'regions.csv', line: 2, field: 'tz_label' });
  await expect(
    postgres.database.query('test-forge', `update reference_import_run set outcome = 'IMPORTED'`),
  ).rejects.toThrow();
});

test('two replicas that start at once import once', async () => {
  const reports = await Promise.all([run(), run()]);
  expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['IMPORTED', 'UNCHANGED']);
});

describe('the shipped files', () => {
  test('are imported whole, and skipped the second time', async () => {
    const report = await importReferenceData({ database: postgres.database, clock }, dataFolder);
    expect(report).toEqual({
      outcome: 'IMPORTED',
      regions: counts(7837, 0, 0, 0),
      organisations: counts(28153, 0, 0, 0),
      categoryMap: counts(625, 0, 0, 0),
    });
    expect(await importReferenceData({ database: postgres.database, clock }, dataFolder)).toEqual({
      outcome: 'UNCHANGED',
    });
    const [wrong] = await postgres.database.query<{ count: number }>(
      'test-roots',
      `select count(*)::int as count from organisation o join organisation g on g.id = o.government_id
       where g.path <> array[g.id] or (o.parent_id is null and o.government_id <> o.id)`,
    );
    expect(wrong?.count).toBe(0);
  });
});
