import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '@lapor/reference-data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { importCategories } from '../src/modules/category/index.ts';
import { actor, change as changeReport, file, startHarness, verification, type Harness } from './harness.ts';

const HOLES = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';
const REASON = 'Keputusan rapat koordinasi nasional.';
const FIELDS = `version openReports waitingReports waitingAtAgencies withoutIdentity anonymousReports
  category { id identityRequirement isSensitive needsSupportingData }
  changes { version identityRequirement identityRequirementBefore reason by { id } }`;
const SETTINGS = `query ($id: ID!) { categorySettings(categoryId: $id) { ${FIELDS} } }`;
const CHANGE = `mutation ($input: ChangeCategoryInput!) { changeCategory(input: $input) { __typename
  ... on CategoryChanged { settings { ${FIELDS} } } ... on InvalidInput { fields { path code } } } }`;

describe('what a category asks for', () => {
  let harness: Harness;
  const desk = actor.nationalAdmin();
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness[Symbol.asyncDispose]());

  const settings = async (viewer: Viewer = desk, id = HOLES) =>
    (await harness.ask(viewer, SETTINGS, { id })).categorySettings;
  const change = async (input: Record<string, unknown> = {}, viewer: Viewer = desk) =>
    (
      await harness.ask(viewer, CHANGE, {
        input: {
          categoryId: HOLES,
          identityRequirement: 'CONTACT',
          isSensitive: false,
          needsSupportingData: false,
          reason: REASON,
          expectedVersion: 0,
          ...input,
        },
      })
    ).changeCategory;
  const count = async () =>
    (await harness.row(`select count(*)::int as count from category_change`)).count as number;

  it('leaves the categories below with what they ask for themselves, and says which they are', async () => {
    const parent = HOLES.split('.')[0]!;
    const BELOW = `query ($id: ID!) { categorySettings(categoryId: $id) { category { identityRequirement } below { id path identityRequirement } } }`;
    const asked = async () => (await harness.ask(desk, BELOW, { id: parent })).categorySettings;
    const before = await asked();
    expect(before.below.map(({ id }: any) => id)).toContain(HOLES);
    expect(before.below.every(({ id }: any) => id.startsWith(`${parent}.`))).toBe(true);
    expect(before.below.map(({ path }: any) => path)).toEqual(
      before.below.map(({ path }: any) => path).toSorted(),
    );
    await change({ categoryId: parent, identityRequirement: 'IDENTITY' });
    const after = await asked();
    expect(after.category.identityRequirement).toBe('IDENTITY');
    expect(after.below).toEqual(before.below);
  });

  it('holds for what is filed from then on, and leaves what was filed', async () => {
    const before = await file(harness);
    expect(await settings()).toMatchObject({ version: 0, openReports: 1, waitingReports: 1, changes: [] });
    expect(await change()).toMatchObject({
      __typename: 'CategoryChanged',
      settings: {
        version: 1,
        openReports: 1,
        withoutIdentity: 1,
        category: { identityRequirement: 'CONTACT' },
        changes: [
          {
            version: 1,
            identityRequirement: 'CONTACT',
            identityRequirementBefore: 'NONE',
            reason: REASON,
            by: { id: desk.accountId },
          },
        ],
      },
    });
    await expect(file(harness)).rejects.toThrow('InvalidInput');
    await file(harness, actor.public, { reporter: { phone: '0812 0000 1111' } });
    const { state } = await harness.row('select state from report where id = $1', before.id);
    expect(state).toBe('SUBMITTED');
  });

  it('asks for supporting data of those that are not verified yet', async () => {
    const waiting = await file(harness, actor.public);
    await change({ identityRequirement: 'NONE', needsSupportingData: true });
    const verify = (more: Record<string, unknown> = {}) =>
      changeReport(harness, desk, 'verifyReport', { ...verification(waiting.id), ...more });
    expect(await verify()).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path: 'input.supportingDataChecked' }],
    });
    expect(await verify({ supportingDataChecked: true })).toMatchObject({ __typename: 'ReportChanged' });
  });

  it('is written once for a repeated request, never over a version that was not seen', async () => {
    const requestKey = randomUUID();
    const results = await Promise.all(Array.from({ length: 4 }, () => change({ requestKey })));
    expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set(['CategoryChanged']));
    expect(await count()).toBe(1);
    expect(await change({ identityRequirement: 'IDENTITY' })).toMatchObject({
      fields: [{ path: 'input.expectedVersion', code: 'CHANGED' }],
    });
    expect(await change({ expectedVersion: 1 })).toMatchObject({
      fields: [{ path: 'input.identityRequirement', code: 'UNCHANGED' }],
    });
    const { rows } = await harness.test.database.pool.query(
      `select actor_id, subject_id, facts ->> 'identityRequirementBefore' as before from audit where action = 'CATEGORY_CHANGED'`,
    );
    expect(rows).toEqual([{ actor_id: desk.accountId, subject_id: HOLES, before: 'NONE' }]);
  });

  it('stays as people decided when the file comes in a new edition', async () => {
    await change({ identityRequirement: 'IDENTITY', needsSupportingData: true });
    const folder = mkdtempSync(join(tmpdir(), 'categories-'));
    const path = join(folder, 'categories.csv');
    const text = await readFile(join(dataFolder, 'categories.csv'), 'utf8');
    await writeFile(path, text.replace('Jalan Berlubang', 'Jalan Rusak'));
    expect(await importCategories(harness.test.database, harness.clock.now(), path)).toMatchObject({
      outcome: 'imported',
    });
    rmSync(folder, { recursive: true });
    expect(
      await harness.row(
        'select name, identity_requirement, needs_supporting_data, is_sensitive from category where id = $1',
        HOLES,
      ),
    ).toEqual({
      name: 'Jalan Rusak',
      identity_requirement: 'IDENTITY',
      needs_supporting_data: true,
      is_sensitive: false,
    });
  });

  it('is the national desk’s alone, people and no keys', async () => {
    for (const viewer of [
      actor.public,
      actor.officer('AGENCY_ADMIN', 'kemenpanrb'),
      actor.officer('KSP_MONITOR', 'ksp'),
      { ...desk, apiKey: { id: 'kunci', scopes: ['graph:write' as const] } },
    ]) {
      expect(await settings(viewer)).toBeNull();
      expect(await change({}, viewer)).toEqual({ __typename: 'NotFound' });
    }
    expect(await settings(desk, 'tidak-ada')).toBeNull();
    expect(await change({ categoryId: 'tidak-ada' })).toEqual({ __typename: 'NotFound' });
    expect(await count()).toBe(0);
  });
});

describe('the log of imports', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness[Symbol.asyncDispose]());

  it('names what was written, and the faults of a refused file once', async () => {
    const IMPORTS = `{ categoryImports { files outcome counts { name count } faults { file line field reason } } }`;
    const folder = mkdtempSync(join(tmpdir(), 'categories-'));
    const path = join(folder, 'categories.csv');
    await writeFile(
      path,
      'id,parent,name,level,status,usual_level,national_org,opd_key,sensitive,identity_requirement\njalan,,,1,active,mixed,,,0,none\n',
    );
    for (let start = 0; start < 3; start++)
      await importCategories(harness.test.database, harness.clock.now(), path);
    rmSync(folder, { recursive: true });
    const { categoryImports } = await harness.ask(actor.nationalAdmin(), IMPORTS);
    expect(categoryImports[0]).toEqual({
      files: ['categories.csv'],
      outcome: 'REFUSED',
      counts: [],
      faults: [{ file: 'categories.csv', line: 2, field: 'name', reason: expect.stringContaining('empty') }],
    });
    expect(categoryImports.filter(({ outcome }: any) => outcome === 'REFUSED')).toHaveLength(1);
    const first = categoryImports.find(
      ({ files, outcome }: any) => files[0] === 'categories.csv' && outcome === 'IMPORTED',
    );
    expect(first.counts).toContainEqual({ name: 'written', count: expect.any(Number) });
    expect((await harness.ask(actor.public, IMPORTS)).categoryImports).toEqual([]);
  });
});
