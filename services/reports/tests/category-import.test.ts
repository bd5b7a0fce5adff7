import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@lapor/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importCategories } from '../src/modules/category/index.ts';
import { reportsDatabase } from '../src/index.ts';

const HEADER = 'id,parent,name,level,status,usual_level,national_org,opd_key,sensitive,identity_requirement';
const ROADS = 'jalan,,Jalan,1,active,mixed,,,0,none';
const HOLES = 'jalan.lubang,jalan,Jalan Berlubang,2,active,mixed,,dpupr,0,none';
const NOW = new Date('2026-11-20T02:40:00Z');

describe('the import of categories', () => {
  let test: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'categories-'));
  const path = join(folder, 'categories.csv');

  beforeAll(async () => {
    test = await createTestDatabase(reportsDatabase);
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    await test.database.query('clean', 'truncate category, imported_file cascade');
    expect(await take(ROADS, HOLES)).toMatchObject({ outcome: 'imported', written: 2, retired: 0 });
  });

  const take = (...rows: string[]) => {
    writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
    return importCategories(test.database, NOW, path);
  };
  const stored = () =>
    test.database.query<{ id: string; path: string; status: string }>(
      'stored',
      'select id, path, status from category order by id',
    );

  it('does nothing for the same file', async () => {
    expect(await take(ROADS, HOLES)).toEqual({ file: 'categories.csv', outcome: 'unchanged' });
  });

  it('takes over what changed, retires what is gone, and brings back what returns', async () => {
    await take(ROADS.replace(',Jalan,', ',Jalan dan Jembatan,'));
    expect(await stored()).toEqual([
      { id: 'jalan', path: 'Jalan dan Jembatan', status: 'active' },
      { id: 'jalan.lubang', path: 'Jalan › Jalan Berlubang', status: 'retired' },
    ]);
    await take(ROADS, HOLES);
    expect(await stored()).toEqual([
      { id: 'jalan', path: 'Jalan', status: 'active' },
      { id: 'jalan.lubang', path: 'Jalan › Jalan Berlubang', status: 'active' },
    ]);
  });

  it.each([
    ['a wrong value', HOLES.replace(',0,none', ',0,perhaps'), 'identity_requirement'],
    ['a missing value', HOLES.replace('Jalan Berlubang', ''), 'name'],
    ['a parent that is not there', HOLES.replace(',jalan,', ',nowhere,'), 'parent'],
  ])('names line and field of %s, and changes nothing', async (_what, row, field) => {
    const before = await stored();
    const result = await take(ROADS.replace(',Jalan,', ',Lain,'), row);
    expect(result).toMatchObject({
      outcome: 'refused',
      faults: [{ file: 'categories.csv', line: 3, field }],
    });
    expect(await stored()).toEqual(before);
  });
});
