import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '@lapor/clock';
import type { TestDatabase } from '@lapor/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyScheduledChanges } from '../src/modules/change/index.ts';
import { createOrganisation } from '../src/modules/change/create-organisation.ts';
import { mergeOrganisations } from '../src/modules/change/merge-organisations.ts';
import { moveOrganisation } from '../src/modules/change/move-organisation.ts';
import { renameOrganisation } from '../src/modules/change/rename-organisation.ts';
import { restoreOrganisation } from '../src/modules/change/restore-organisation.ts';
import { retireOrganisation } from '../src/modules/change/retire-organisation.ts';
import { updateOrganisation } from '../src/modules/change/update-organisation.ts';
import { importReferenceData } from '../src/modules/reference-import/index.ts';
import type { Outcome } from '../src/modules/refusal/index.ts';
import { setCategoryRoute } from '../src/modules/routing/set-category-route.ts';
import { expectForest, expectTold, readTree } from './forest.ts';
import { emptyDatabase, eventsOf, officer, withOfficers } from './harness.ts';

const files = {
  'regions.csv': [
    'code,name,level,parent,lat,lng,timezone,tz_label',
    '13,Sumatera Barat,province,,-0.8,100.5,Asia/Jakarta,WIB',
    '13.71,Kota Padang,city,13,-0.9,100.4,Asia/Jakarta,WIB',
    '13.77,Kota Pariaman,city,13,-0.6,100.1,Asia/Jakarta,WIB',
  ],
  'organisations.csv': [
    'id,name,acronym,kind,parent,region_code,status,successor,klpd_code,source',
    'kemenpanrb,Kementerian PANRB,PANRB,ministry,,,active,,,list',
    'kemenpu,Kementerian Pekerjaan Umum,Kementerian PU,ministry,,,active,,K30,list',
    'ditjen-cipta-karya,Direktorat Jenderal Cipta Karya,DJCK,agency,kemenpu,,active,,,list',
    'pemprov-13,Pemerintah Provinsi Sumatera Barat,Pemprov Sumbar,province,,13,active,,,derived',
    'pemkot-13-71,Pemerintah Kota Padang,Pemkot Padang,city,pemprov-13,13.71,active,,,derived',
    'pemkot-13-77,Pemerintah Kota Pariaman,Pemkot Pariaman,city,pemprov-13,13.77,active,,,derived',
    'opd-13-71-dpupr,Dinas Pekerjaan Umum Kota Padang,DPUPR,opd,pemkot-13-71,13.71,active,,,press',
    'opd-13-71-dlh,Dinas Lingkungan Hidup Kota Padang,DLH,opd,pemkot-13-71,13.71,active,,,press',
    'opd-13-71-damkar,Dinas Pemadam Kebakaran Kota Padang,Damkar,opd,pemkot-13-71,13.71,active,,,press',
    'opd-13-71-bpbd,Badan Penanggulangan Bencana Kota Padang,BPBD,opd,pemkot-13-71,13.71,active,,,press',
    'opd-13-71-uptd,UPTD Alat Berat,,opd,opd-13-71-dpupr,13.71,active,,,press',
  ],
  'opd-templates.csv': [
    'key,applies_to,name_pattern,acronym,source',
    'disdik,city,Dinas Pendidikan {r},Disdik,hand-written',
    'dpupr,city,Dinas Pekerjaan Umum {r},DPUPR,hand-written',
    'dlh,city,Dinas Lingkungan Hidup {r},DLH,hand-written',
    'damkar,city,Dinas Pemadam {r},Damkar,hand-written',
    'bpbd,city,Badan Bencana {r},BPBD,hand-written',
  ],
  'categories.csv': [
    'id,usual_level,national_org,opd_key',
    'jalan,national,kemenpu,',
    'sampah,regency,,dlh',
    'api,regency,,damkar',
  ],
};
type File = keyof typeof files;

const clock = movableClock('2026-11-20T02:40:00Z');
const desk = officer('desk', ['NATIONAL_ADMIN', 'kemenpanrb']);
const reason = 'Perda 5/2026';

let postgres: TestDatabase;
let service: { database: TestDatabase['database']; clock: typeof clock };
let folder: string;
let lines: Record<File, string[]>;
beforeEach(async () => {
  postgres = await emptyDatabase();
  service = { database: postgres.database, clock };
  folder = await mkdtemp(join(tmpdir(), 'reference-data-'));
  lines = structuredClone(files) as Record<File, string[]>;
  expect(await run()).toMatchObject({ outcome: 'IMPORTED' });
});
afterEach(async () => {
  expectForest(await readTree(postgres.database, ['pemprov-13', 'kemenpu', 'kemenpanrb']));
  await postgres[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function run() {
  for (const [file, text] of Object.entries(lines))
    await writeFile(join(folder, file), `${text.join('\n')}\n`);
  return importReferenceData(service, folder);
}
/** The files as their editor changes them. */
const edit = (file: File, from: string, to: string) => {
  const before = lines[file].join('\n');
  lines[file] = before.replace(from, to).split('\n');
  expect(lines[file].join('\n')).not.toBe(before);
};
const remove = (file: File, beginning: string) => {
  lines[file] = lines[file].filter((line) => !line.startsWith(beginning));
};
const add = (file: File, line: string) => void lines[file].push(line);

async function done<Value>(work: Promise<Outcome<Value>>): Promise<Value> {
  const outcome = await work;
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}
const row = async (id: string) => {
  const [found] = await postgres.database.query<Record<string, any>>(
    'test-row',
    `select name, acronym, status, parent_id, path, region_code, unit_keys, successor_ids, phone, origin, is_template, time_zone from organisation where id = $1`,
    [id],
  );
  return found!;
};

const unexpected = (_operationId: string, error: unknown) => {
  throw error;
};

test('what people renamed, moved, merged and made stands; what the files say of the rest arrives', async () => {
  const made = await done(
    createOrganisation(
      service,
      { parentId: 'opd-13-71-dpupr', kind: 'OPD', name: 'UPTD Jembatan', unitKeys: ['dpupr'], reason },
      desk,
    ),
  );
  await done(
    renameOrganisation(
      service,
      { organisationId: 'opd-13-71-dlh', name: 'Dinas Hijau', acronym: 'DH', reason },
      desk,
    ),
  );
  await done(
    moveOrganisation(
      service,
      { organisationId: 'opd-13-71-uptd', newParentId: 'opd-13-71-dlh', reason },
      desk,
    ),
  );
  await done(
    mergeOrganisations(
      service,
      { organisationIds: ['opd-13-71-damkar'], intoId: 'opd-13-71-bpbd', reason },
      desk,
    ),
  );
  await done(updateOrganisation(service, { organisationId: 'opd-13-71-bpbd', phone: '0751 113' }, desk));
  await postgres.database.query('no-events', 'truncate event, event_delivery');

  edit(
    'organisations.csv',
    'Dinas Lingkungan Hidup Kota Padang,DLH',
    'Dinas Lingkungan Baru Kota Padang,DLHB',
  );
  edit(
    'organisations.csv',
    'Dinas Pekerjaan Umum Kota Padang',
    'Dinas Pekerjaan Umum dan Tata Ruang Kota Padang',
  );
  edit(
    'organisations.csv',
    'UPTD Alat Berat,,opd,opd-13-71-dpupr',
    'UPTD Alat Berat dan Ringan,,opd,opd-13-71-dpupr',
  );
  edit('organisations.csv', 'Badan Penanggulangan Bencana Kota', 'Badan Penanggulangan Bencana Daerah Kota');
  add(
    'organisations.csv',
    'opd-13-71-dinkes,Dinas Kesehatan Kota Padang,Dinkes,opd,pemkot-13-71,13.71,active,,,press',
  );
  expect(await run()).toMatchObject({ organisations: { inserted: 1, updated: 3, retired: 0 } });

  expect(await row('opd-13-71-dlh')).toMatchObject({ name: 'Dinas Hijau', acronym: 'DH' });
  // Only the place was people's: the name of the file arrives.
  expect(await row('opd-13-71-uptd')).toMatchObject({
    name: 'UPTD Alat Berat dan Ringan',
    path: ['pemkot-13-71', 'opd-13-71-dlh', 'opd-13-71-uptd'],
  });
  expect(await row('opd-13-71-dpupr')).toMatchObject({
    name: 'Dinas Pekerjaan Umum dan Tata Ruang Kota Padang',
  });
  expect(await row('opd-13-71-damkar')).toMatchObject({
    status: 'FORMER',
    successor_ids: ['opd-13-71-bpbd'],
  });
  expect(await row('opd-13-71-bpbd')).toMatchObject({
    name: 'Badan Penanggulangan Bencana Daerah Kota Padang',
    unit_keys: ['bpbd', 'damkar'],
    phone: '0751 113',
  });
  expect(await row(made.organisationId)).toMatchObject({
    status: 'ACTIVE',
    origin: 'ENTERED',
    unit_keys: ['dpupr'],
  });
  const told = (await eventsOf(postgres.database, 'organisation.changed')).map(({ stream }) => stream);
  expect(told.sort()).toEqual(['opd-13-71-bpbd', 'opd-13-71-dinkes', 'opd-13-71-dpupr', 'opd-13-71-uptd']);
  const history = await postgres.database.query(
    'test-history',
    `select kind, actor_id, facts from organisation_change where organisation_id = 'opd-13-71-dpupr' order by id desc limit 1`,
  );
  expect(history).toEqual([
    {
      kind: 'IMPORTED',
      actor_id: null,
      facts: [
        {
          field: 'name',
          before: 'Dinas Pekerjaan Umum Kota Padang',
          after: 'Dinas Pekerjaan Umum dan Tata Ruang Kota Padang',
        },
      ],
    },
  ]);
  // And once more: nothing is left to do.
  lines['organisations.csv'] = [
    lines['organisations.csv'][0]!,
    ...lines['organisations.csv'].slice(1).toReversed(),
  ];
  expect(await run()).toMatchObject({ organisations: { inserted: 0, updated: 0, retired: 0 } });
});

describe('rows that leave the files', () => {
  test('stay when people edited them or something people made stands on them; others end, and their parent takes over', async () => {
    const made = await done(
      createOrganisation(
        service,
        { parentId: 'opd-13-71-dlh', kind: 'OPD', name: 'UPTD Taman', reason },
        desk,
      ),
    );
    await done(
      renameOrganisation(service, { organisationId: 'opd-13-71-bpbd', name: 'Badan Baru', reason }, desk),
    );
    await withOfficers(service, ['fire', 'LIAISON_OFFICER', 'opd-13-71-damkar']);
    for (const id of ['opd-13-71-dlh', 'opd-13-71-bpbd', 'opd-13-71-damkar']) remove('organisations.csv', id);
    expect(await run()).toMatchObject({ organisations: { retired: 1 } });
    expect((await row('opd-13-71-dlh')).status).toBe('ACTIVE');
    expect((await row('opd-13-71-bpbd')).status).toBe('ACTIVE');
    expect(await row('opd-13-71-damkar')).toMatchObject({
      status: 'FORMER',
      successor_ids: ['pemkot-13-71'],
    });
    expect((await eventsOf(postgres.database, 'organisation.changed')).at(-1)?.payload).toMatchObject({
      organisationId: 'opd-13-71-damkar',
      successorIds: ['pemkot-13-71'],
    });
    // The post does not rise to the whole city.
    expect((await eventsOf(postgres.database, 'officer.posts-changed')).at(-1)?.payload.posts).toEqual([]);
    // What stood on it gone, it ends with the next import.
    await done(retireOrganisation(service, { organisationId: made.organisationId, reason }, desk));
    add(
      'organisations.csv',
      'opd-13-71-dinkes,Dinas Kesehatan Kota Padang,Dinkes,opd,pemkot-13-71,13.71,active,,,press',
    );
    await run();
    expect(await row('opd-13-71-dlh')).toMatchObject({ status: 'FORMER', successor_ids: ['pemkot-13-71'] });
  });

  test('and were restored by people stay', async () => {
    remove('organisations.csv', 'opd-13-71-dlh');
    await run();
    await done(restoreOrganisation(service, { organisationId: 'opd-13-71-dlh', reason }, desk));
    add(
      'organisations.csv',
      'opd-13-71-dinkes,Dinas Kesehatan Kota Padang,Dinkes,opd,pemkot-13-71,13.71,active,,,press',
    );
    await run();
    expect(await row('opd-13-71-dlh')).toMatchObject({ status: 'ACTIVE', successor_ids: [] });
  });
});

describe('files that contradict what people did', () => {
  test('a new unit below one that people merged goes to the successor', async () => {
    await done(
      mergeOrganisations(
        service,
        { organisationIds: ['opd-13-71-dlh'], intoId: 'opd-13-71-dpupr', reason },
        desk,
      ),
    );
    add(
      'organisations.csv',
      'opd-13-71-tpa,UPTD Tempat Pembuangan Akhir,,opd,opd-13-71-dlh,13.71,active,,,press',
    );
    await run();
    expect(await row('opd-13-71-tpa')).toMatchObject({
      path: ['pemkot-13-71', 'opd-13-71-dpupr', 'opd-13-71-tpa'],
    });
  });

  test('a move that would make a cycle with one of people is left out', async () => {
    await done(
      moveOrganisation(
        service,
        { organisationId: 'opd-13-71-dlh', newParentId: 'opd-13-71-damkar', reason },
        desk,
      ),
    );
    edit('organisations.csv', 'Damkar,opd,pemkot-13-71', 'Damkar,opd,opd-13-71-dlh');
    await run();
    expect(await row('opd-13-71-damkar')).toMatchObject({ path: ['pemkot-13-71', 'opd-13-71-damkar'] });
    expect(await row('opd-13-71-dlh')).toMatchObject({
      path: ['pemkot-13-71', 'opd-13-71-damkar', 'opd-13-71-dlh'],
    });
  });

  test('a unit that the files end gives what people put below it to its successor, posts and categories too', async () => {
    await done(
      moveOrganisation(
        service,
        { organisationId: 'opd-13-71-uptd', newParentId: 'opd-13-71-damkar', reason },
        desk,
      ),
    );
    await withOfficers(service, ['fire', 'LIAISON_OFFICER', 'opd-13-71-damkar']);
    await done(
      setCategoryRoute(
        service,
        { categoryId: 'sampah', governmentId: 'pemkot-13-71', unitId: 'opd-13-71-damkar', reason },
        desk,
      ),
    );
    edit(
      'organisations.csv',
      'Damkar,opd,pemkot-13-71,13.71,active,',
      'Damkar,opd,pemkot-13-71,13.71,former,opd-13-71-bpbd',
    );
    await run();
    expect(await row('opd-13-71-uptd')).toMatchObject({
      path: ['pemkot-13-71', 'opd-13-71-bpbd', 'opd-13-71-uptd'],
    });
    expect((await eventsOf(postgres.database, 'officer.posts-changed')).at(-1)?.payload.posts).toMatchObject([
      { role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-bpbd' },
    ]);
    const [route] = await postgres.database.query(
      'test-route',
      `select unit_id, version from category_route where government_id = 'pemkot-13-71' and superseded_at is null`,
    );
    expect(route).toEqual({ unit_id: 'opd-13-71-bpbd', version: 2 });
  });

  test('children of what people moved have right paths, also when the files move what is above', async () => {
    const made = await done(
      createOrganisation(
        service,
        { parentId: 'opd-13-71-uptd', kind: 'OPD', name: 'Pos Alat', reason },
        desk,
      ),
    );
    edit('organisations.csv', 'UPTD Alat Berat,,opd,opd-13-71-dpupr', 'UPTD Alat Berat,,opd,opd-13-71-bpbd');
    await run();
    expect((await row(made.organisationId)).path).toEqual([
      'pemkot-13-71',
      'opd-13-71-bpbd',
      'opd-13-71-uptd',
      made.organisationId,
    ]);
    const rows = await readTree(postgres.database, ['pemkot-13-71']);
    await expectTold(postgres.database, rows);
  });

  test('an id of the files that people entered before stays theirs', async () => {
    await postgres.database.query(
      'test-entered',
      `update organisation set origin = 'ENTERED', name = 'Milik kota' where id = 'opd-13-71-dlh'`,
    );
    edit('organisations.csv', 'Dinas Lingkungan Hidup Kota', 'Dinas Lingkungan Kota');
    await run();
    expect((await row('opd-13-71-dlh')).name).toBe('Milik kota');
  });

  test('a K/L that people put below another stays there', async () => {
    await done(
      moveOrganisation(service, { organisationId: 'kemenpu', newParentId: 'kemenpanrb', reason }, desk),
    );
    edit('organisations.csv', 'Direktorat Jenderal Cipta Karya', 'Direktorat Jenderal Cipta Karya Baru');
    await run();
    expect((await row('ditjen-cipta-karya')).path).toEqual(['kemenpanrb', 'kemenpu', 'ditjen-cipta-karya']);
  });
});

test('what is scheduled waits through an import and is done after it', async () => {
  const waiting = { organisationId: 'opd-13-71-dlh', name: 'Dinas Esok', reason, effectiveOn: '2026-12-01' };
  await done(renameOrganisation(service, waiting, desk));
  edit('organisations.csv', 'Dinas Lingkungan Hidup Kota', 'Dinas Lingkungan Kota');
  await run();
  expect((await row('opd-13-71-dlh')).name).toBe('Dinas Lingkungan Kota Padang');
  clock.set('2026-12-01T00:00:00Z');
  expect(await applyScheduledChanges(service, unexpected)).toBe(1);
  clock.set('2026-11-20T02:40:00Z');
  expect((await row('opd-13-71-dlh')).name).toBe('Dinas Esok');
});

describe('the category map', () => {
  const route = async (categoryId: string) => {
    const [found] = await postgres.database.query<Record<string, any>>(
      'test-national-route',
      `select usual_level, national_organisation_id, unit_key, version, origin from category_route
       where category_id = $1 and government_id is null and superseded_at is null`,
      [categoryId],
    );
    return found;
  };

  test('of the files is version 1, the next edition a next version, the same none', async () => {
    expect(await route('sampah')).toMatchObject({ usual_level: 'REGENCY', unit_key: 'dlh', version: 1 });
    edit('categories.csv', 'sampah,regency,,dlh', 'sampah,mixed,kemenpu,dlh');
    expect(await run()).toMatchObject({ categoryMap: { inserted: 0, updated: 1, unchanged: 2, retired: 0 } });
    expect(await route('sampah')).toMatchObject({ usual_level: 'MIXED', version: 2 });
    expect((await route('jalan'))?.version).toBe(1);
    remove('categories.csv', 'api');
    expect(await run()).toMatchObject({ categoryMap: { retired: 1 } });
    expect(await route('api')).toBeUndefined();
  });

  test('that people changed stays; a reset goes back to what the files say by then', async () => {
    await done(
      setCategoryRoute(
        service,
        { categoryId: 'sampah', usualLevel: 'REGENCY', unitKey: 'bpbd', reason },
        desk,
      ),
    );
    edit('categories.csv', 'sampah,regency,,dlh', 'sampah,regency,,damkar');
    await run();
    expect(await route('sampah')).toMatchObject({ unit_key: 'bpbd', origin: 'ENTERED', version: 2 });
    await done(setCategoryRoute(service, { categoryId: 'sampah', reset: true, reason }, desk));
    expect(await route('sampah')).toMatchObject({ unit_key: 'damkar', origin: 'REFERENCE', version: 4 });
  });

  test('follows a merger and stays so until the files say something else', async () => {
    await done(
      mergeOrganisations(service, { organisationIds: ['kemenpu'], intoId: 'kemenpanrb', reason }, desk),
    );
    expect(await route('jalan')).toMatchObject({ national_organisation_id: 'kemenpanrb', version: 2 });
    add('categories.csv', 'jembatan,national,kemenpu,');
    await run();
    expect(await route('jalan')).toMatchObject({ national_organisation_id: 'kemenpanrb', version: 2 });
    // A new row that names the former body follows at once.
    expect(await route('jembatan')).toMatchObject({ national_organisation_id: 'kemenpanrb' });
  });

  test('with faults is refused whole, each fault by its line', async () => {
    add('categories.csv', 'a,national,,');
    add('categories.csv', 'b,regency,,');
    add('categories.csv', 'c,mixed,nobody,sihir');
    const report = await run();
    expect(report).toMatchObject({
      outcome: 'FAULTY',
      faults: [
        { file: 'categories.csv', line: 5, field: 'national_org' },
        { file: 'categories.csv', line: 6, field: 'opd_key' },
        { file: 'categories.csv', line: 7, field: 'national_org' },
        { file: 'categories.csv', line: 7, field: 'opd_key' },
      ],
    });
  });
});
