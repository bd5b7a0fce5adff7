import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meantByCell, safeCell } from '@lapor/csv';
import { readUnits } from '../src/modules/units-csv/read-units.ts';
import { type Harness, eventsOf, officer, withOfficers, withReferenceData } from './harness.ts';

const pariaman = 'pemkot-13-77';
const admin = officer('admin', ['AGENCY_ADMIN', pariaman]);

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
  await withOfficers(service, ['admin', 'AGENCY_ADMIN', pariaman]);
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  await service.database.query('no-events', 'truncate event, event_delivery');
});

const exportOf = async (id = pariaman, viewer = admin): Promise<string> =>
  (await service.ask('query ($id: ID!) { organisation(id: $id) { unitsCsv } }', { id }, viewer)).data
    ?.organisation.unitsCsv;

async function preview(csv: string, organisationId = pariaman, viewer = admin) {
  const { data, errors } = await service.ask(
    `query ($input: UnitsInput!) { previewUnits(input: $input) {
      changes { line kind organisationId name facts { field before after } } faults { line field code message } unchangedCount contentHash
    } }`,
    { input: { organisationId, csv } },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data!.previewUnits;
}

async function importUnits(csv: string, contentHash: string, organisationId = pariaman) {
  const { data, errors } = await service.ask(
    `mutation ($input: ImportUnitsInput!) { importUnits(input: $input) { __typename
      ... on UnitsImported { createdCount changedCount unchangedCount organisation { id } }
      ... on UserError { code message } ... on InvalidInput { fields { path code } } } }`,
    { input: { organisationId, csv, contentHash, reason: 'Perda SOTK 3/2026', decree: 'Perda 3/2026' } },
    admin,
  );
  expect(errors).toBeUndefined();
  return data!.importUnits;
}

async function importAll(csv: string) {
  const { contentHash, faults } = await preview(csv);
  expect(faults).toEqual([]);
  return importUnits(csv, contentHash);
}

const unit = async (where: string) => {
  const [row] = await service.database.query<Record<string, any>>(
    `test-unit-${where}`,
    `select id, name, acronym, parent_id, path, region_code, unit_keys, phone, status, successor_ids, time_zone from organisation where ${where}`,
  );
  return row!;
};

const header = 'id,name,acronym,parent_id,region_code,unit_keys,status';

describe('the file of a government', () => {
  test('has its units with all columns, parents first, and nothing of the government above or beside', async () => {
    const csv = await exportOf();
    const [first, ...lines] = csv.trim().split('\r\n');
    expect(first).toBe(
      'id,name,acronym,parent_id,region_code,unit_keys,address,phone,email,website,head_title,head_name,head_email,head_address,status',
    );
    const [count] = await service.database.query<{ count: number }>(
      'test-count',
      `select count(*)::int as count from organisation where government_id = '${pariaman}' and id <> '${pariaman}'`,
    );
    expect(lines).toHaveLength(count!.count);
    expect(csv).toContain('opd-13-77-kec-01,"Kecamatan Pariaman Tengah, Kota Pariaman"');
    expect(csv).not.toContain('opd-13-71');
  });

  test.each([
    ['as it was exported', (csv: string) => csv],
    ['with a byte order mark', (csv: string) => `\uFEFF${csv}`],
    ['with plain line ends', (csv: string) => csv.replaceAll('\r\n', '\n')],
    ['with empty lines at the end', (csv: string) => `${csv}\r\n,,,,,,,,,,,,,,\r\n`],
  ])('changes nothing when it comes back %s', async (_name, change) => {
    const csv = await exportOf();
    const found = await preview(change(csv));
    expect(found).toMatchObject({ changes: [], faults: [] });
    expect(found.unchangedCount).toBe(csv.trim().split('\r\n').length - 1);
  });

  test('comes back unchanged as spreadsheets in Indonesia save it, with semicolons', async () => {
    const { rows } = readUnits(await exportOf());
    const columns = Object.keys(rows[0]!.cells);
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const csv = [columns, ...rows.map(({ cells }) => columns.map((column) => cells[column as 'id'] ?? ''))]
      .map((cells) => cells.map(quoted).join(';'))
      .join('\r\n');
    expect(await preview(csv)).toMatchObject({ changes: [], faults: [], unchangedCount: rows.length });
  });
});

describe('cells', () => {
  test.each(['=1+1', '+62 751 21825', '-3', '@nama', '＝1', "'=1", "''+1", "'biasa", 'Dinas', ''])(
    '%j is no formula in a spreadsheet and means itself',
    (value) => {
      expect(safeCell(value)).not.toMatch(/^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/);
      expect(meantByCell(safeCell(value))).toBe(value);
    },
  );

  test.each(['Dinas;=1+1', "Jalan Raya 1; =cmd|' /C calc'!A0", 'a\n+1', 'a\t@b', "a;'=1", 'a;b;-1', ';'])(
    '%j is no formula either where semicolons part cells, and means itself',
    (value) => {
      for (const part of safeCell(value).split(/[;\t\r\n]/)) expect(part).not.toMatch(/^\s*[=+\-@]/);
      expect(meantByCell(safeCell(value))).toBe(value);
    },
  );

  test('any text survives, wherever something stands in it that could begin a formula', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(';', '\t', '\n', ' ', "'", '=', '+', '＝', '@'), fc.string()),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const value = parts.join('');
        expect(meantByCell(safeCell(value))).toBe(value);
        for (const part of safeCell(value).split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@＝]/);
      }),
    );
  });

  test('any text survives, whatever it begins with', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', "'", '=', '+', '-', '@', '＝'), (text, beginning) => {
        const value = beginning + text;
        expect(meantByCell(safeCell(value))).toBe(value);
        expect(safeCell(value)).not.toMatch(/^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/);
      }),
    );
  });

  test('a phone number with a plus goes out and back', async () => {
    const csv =
      'id,name,phone\nopd-13-77-diskominfo,Dinas Komunikasi dan Informatika Kota Pariaman,+62 751 93000\n';
    const name = (await unit(`id = 'opd-13-77-diskominfo'`)).name;
    await importAll(csv.replace('Dinas Komunikasi dan Informatika Kota Pariaman', `"${name}"`));
    expect((await unit(`id = 'opd-13-77-diskominfo'`)).phone).toBe('+62 751 93000');
    const exported = await exportOf();
    expect(exported).toContain(",'+62 751 93000,");
    expect(await preview(exported)).toMatchObject({ changes: [], faults: [] });
  });
});

describe('a file of changes', () => {
  const csv = [
    header,
    ',Badan Riset Kota Pariaman,Brida,,,,',
    'new-balai,Balai Kota Pariaman,,,13.77.01,dpupr,',
    ',Seksi Balai,,new-balai,,,',
    'opd-13-77-kec-01,"Kecamatan Pariaman Tengah Baru, Kota Pariaman",Kec. PT,pemkot-13-77,13.77.01,kecamatan,ACTIVE',
    'opd-13-77-kec-02,"Kecamatan Pariaman Utara, Kota Pariaman",Kec. Pariaman Utara,new-balai,13.77.02,kecamatan,ACTIVE',
    'opd-13-77-kec-03,"Kecamatan Pariaman Selatan, Kota Pariaman",Kec. Pariaman Selatan,pemkot-13-77,13.77.03,kecamatan,FORMER',
    'opd-13-77-kec-04,"Kecamatan Pariaman Timur, Kota Pariaman",Kec. Pariaman Timur,pemkot-13-77,13.77.04,kecamatan dpupr,ACTIVE',
  ].join('\n');

  test('shows each change with before and after, and writes nothing', async () => {
    const before = await exportOf();
    const { changes, faults, unchangedCount } = await preview(csv);
    expect(faults).toEqual([]);
    expect(unchangedCount).toBe(0);
    expect(changes.map(({ line, kind, organisationId }: any) => [line, kind, organisationId])).toEqual([
      [2, 'CREATE', null],
      [3, 'CREATE', null],
      [4, 'CREATE', null],
      [5, 'RENAME', 'opd-13-77-kec-01'],
      [6, 'MOVE', 'opd-13-77-kec-02'],
      [7, 'RETIRE', 'opd-13-77-kec-03'],
      [8, 'CHANGE', 'opd-13-77-kec-04'],
    ]);
    expect(changes[2].facts).toContainEqual({ field: 'parentId', before: null, after: 'new-balai' });
    expect(changes[6].facts).toEqual([{ field: 'unitKeys', before: 'kecamatan', after: 'dpupr, kecamatan' }]);
    expect(await exportOf()).toBe(before);
    expect(await eventsOf(service.database, 'organisation.changed')).toEqual([]);
  });

  test('is done whole, with history, search words, paths and events; once more it changes nothing but the new ones', async () => {
    const done = await importAll(csv);
    expect(done).toMatchObject({
      __typename: 'UnitsImported',
      createdCount: 3,
      changedCount: 4,
      unchangedCount: 0,
    });
    const balai = await unit(`name = 'Balai Kota Pariaman'`);
    expect(balai).toMatchObject({
      path: [pariaman, balai.id],
      unit_keys: ['dpupr'],
      region_code: '13.77.01',
    });
    const seksi = await unit(`name = 'Seksi Balai'`);
    expect(seksi).toMatchObject({ path: [pariaman, balai.id, seksi.id], region_code: '13.77' });
    expect(await unit(`id = 'opd-13-77-kec-02'`)).toMatchObject({
      path: [pariaman, balai.id, 'opd-13-77-kec-02'],
    });
    expect(await unit(`id = 'opd-13-77-kec-03'`)).toMatchObject({
      status: 'FORMER',
      successor_ids: [pariaman],
    });
    const told = await eventsOf(service.database, 'organisation.changed');
    expect(new Set(told.map(({ stream }) => stream)).size).toBe(7);
    const { data } = await service.ask(
      `{ organisation(id: "opd-13-77-kec-01") { changes { edges { node { kind reason decree by { id } } } } }
        root: organisation(id: "${pariaman}") { changes(first: 1) { edges { node { kind facts { field after } } } } }
        organisations(filter: { search: "tengah baru" }) { edges { node { id } } } }`,
      {},
      admin,
    );
    expect(data?.organisation.changes.edges[0].node).toEqual({
      kind: 'RENAMED',
      reason: 'Perda SOTK 3/2026',
      decree: 'Perda 3/2026',
      by: { id: 'admin' },
    });
    expect(data?.root.changes.edges[0].node).toMatchObject({ kind: 'IMPORTED' });
    expect(data?.organisations.edges[0].node.id).toBe('opd-13-77-kec-01');
    const exported = await exportOf();
    expect(await preview(exported)).toMatchObject({ changes: [], faults: [] });
    // A former unit comes back by its status.
    const back = exported
      .replace(/^(opd-13-77-kec-03,.*),FORMER$/m, '$1,ACTIVE')
      .replace(/(opd-13-77-kec-03,.*),FORMER\r/, '$1,ACTIVE\r');
    expect((await preview(back)).changes).toMatchObject([
      { kind: 'RESTORE', organisationId: 'opd-13-77-kec-03' },
    ]);
  });

  test('is refused when the file or a unit is another than in the preview', async () => {
    const small = `${header}\n,Dinas Berubah,,,,,\n`;
    const { contentHash } = await preview(small);
    expect(await importUnits(`${small},Dinas Tambahan,,,,,\n`, contentHash)).toMatchObject({
      code: 'STATE_CHANGED',
    });
    await importAll(`${header}\n,Dinas Sela,,,,,\n`);
    expect(await importUnits(small, contentHash)).toMatchObject({ code: 'STATE_CHANGED' });
  });

  test('with a fault in one line does nothing of the others', async () => {
    const faulty = `${header}\n,Dinas Benar,,,,,\n,X,,,,,\n`;
    const { contentHash, faults } = await preview(faulty);
    expect(faults).toEqual([
      { line: 3, field: 'name', code: 'TOO_SHORT', message: 'Must have at least 3 characters.' },
    ]);
    expect(await importUnits(faulty, contentHash)).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path: 'input.csv.3.name', code: 'TOO_SHORT' }],
    });
    expect(await unit(`name = 'Dinas Benar'`)).toBeUndefined();
  });

  test('of part of the columns leaves the others alone', async () => {
    const before = await unit(`id = 'opd-13-77-kec-04'`);
    await importAll(`id;name\nopd-13-77-kec-04;${before.name}\n`);
    expect(await unit(`id = 'opd-13-77-kec-04'`)).toEqual(before);
  });
});

describe('faults', () => {
  const faultsOf = async (csv: string) =>
    (await preview(csv)).faults.map(({ line, field, code }: any) => [line, field, code]);

  test.each<[string, string, (string | number | null)[][]]>([
    ['no name', `${header}\n,,,,,,`, []],
    ['a cell too many', `${header}\n,Dinas A,,,,,,,`, [[2, null, 'FIELD_COUNT']]],
    [
      'an unknown column',
      'id,nama\n,Dinas A',
      [
        [1, 'name', 'COLUMN_MISSING'],
        [1, 'nama', 'COLUMN_UNKNOWN'],
      ],
    ],
    ['a column twice', 'id,name,name\n,A,B', [[1, 'name', 'COLUMN_REPEATED']]],
    ['a broken quotation mark', `${header}\n,"Dinas A,,,,,`, [[2, null, 'UNREADABLE']]],
    ['an id of elsewhere', `${header}\nopd-13-71-dpupr,Dinas A,,,,,`, [[2, 'id', 'NOT_FOUND']]],
    ['the government itself', `${header}\n${pariaman},Kota,,,,,`, [[2, 'id', 'NOT_FOUND']]],
    ['an id twice', `${header}\nnew-1,Dinas A,,,,,\nnew-1,Dinas B,,,,,`, [[3, 'id', 'REPEATED']]],
    ['a parent of elsewhere', `${header}\n,Dinas A,,opd-13-71-dpupr,,,`, [[2, 'parent_id', 'NOT_FOUND']]],
    ['a region of elsewhere', `${header}\n,Dinas A,,,13.71,,`, [[2, 'region_code', 'INVALID']]],
    ['a region that lost its zero', `${header}\n,Dinas A,,,13.7,,`, [[2, 'region_code', 'NOT_FOUND']]],
    ['an unknown key', `${header}\n,Dinas A,,,,sihir,`, [[2, 'unit_keys', 'NOT_FOUND']]],
    ['a new one that is former', `${header}\n,Dinas A,,,,,FORMER`, [[2, 'status', 'INVALID']]],
    ['a status nobody knows', `${header}\n,Dinas A,,,,,AKTIF`, [[2, 'status', 'INVALID']]],
    [
      'one name twice',
      `${header}\n,Dinas A,,,,,\n,dinas a,,,,,`,
      [
        [2, 'name', 'NAME_TAKEN'],
        [3, 'name', 'NAME_TAKEN'],
      ],
    ],
    [
      'a cycle among new ones',
      `${header}\nnew-1,Dinas A,,new-2,,,\nnew-2,Dinas B,,new-1,,,`,
      [
        [2, 'parent_id', 'WOULD_CYCLE'],
        [3, 'parent_id', 'WOULD_CYCLE'],
      ],
    ],
  ])('%s', async (_name, csv, faults) => {
    expect(await faultsOf(csv)).toEqual(faults);
  });

  test('a unit that ends while others stand on it', async () => {
    await importAll(`${header}\nnew-1,Dinas Bertingkat,,,,,\n,Bidang Bertingkat,,new-1,,,\n`);
    const { id } = await unit(`name = 'Dinas Bertingkat'`);
    expect(await faultsOf(`${header}\n${id},Dinas Bertingkat,,${pariaman},13.77,,FORMER`)).toEqual([
      [2, 'status', 'HAS_UNITS'],
    ]);
    const child = await unit(`name = 'Bidang Bertingkat'`);
    await importAll(
      `${header}\n${id},Dinas Bertingkat,,${pariaman},13.77,,FORMER\n${child.id},Bidang Bertingkat,,${id},13.77,,FORMER\n`,
    );
    expect(await unit(`id = '${child.id}'`)).toMatchObject({ status: 'FORMER', successor_ids: [id] });
    expect(await unit(`id = '${id}'`)).toMatchObject({ status: 'FORMER', successor_ids: [pariaman] });
  });

  test('name every line at once, with what would be right', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `,Dinas Nomor ${index},,,99.${index},,`);
    const { faults } = await preview([header, ...lines].join('\n'));
    expect(faults).toHaveLength(40);
    expect(faults[39]).toMatchObject({
      line: 41,
      field: 'region_code',
      message: expect.stringContaining('13.71'),
    });
  });

  test('more than a thousand lines are refused, a thousand are previewed', async () => {
    const file = (count: number) =>
      [header, ...Array.from({ length: count }, (_, index) => `,Unit Nomor ${index},,,13.77,,`)].join('\n');
    expect(await faultsOf(file(1_001))).toEqual([[1_002, null, 'TOO_MANY_LINES']]);
    const { changes, faults } = await preview(file(1_000));
    expect([changes.length, faults]).toEqual([1_000, []]);
    expect(await importAll(file(1_000))).toMatchObject({ createdCount: 1_000 });
  });
});
