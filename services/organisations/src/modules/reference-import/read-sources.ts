import { join } from 'node:path';
import { type ReferenceFile, type Result, type RowFault, hashFile, readRows } from '@lapor/reference-data';
import {
  type CategoryRow,
  type OrganisationRow,
  type RegionRow,
  type TemplateRow,
  categoryRow,
  organisationRow,
  regionRow,
  templateRow,
} from './rows.ts';

const files = {
  regions: 'regions.csv',
  organisations: 'organisations.csv',
  templates: 'opd-templates.csv',
  categories: 'categories.csv',
};

export type Sources = {
  regions: RegionRow[];
  organisations: OrganisationRow[];
  templates: TemplateRow[];
  categories: CategoryRow[];
};

/** Their names, as the log of imports tells them. */
export const sourceFiles: readonly string[] = Object.values(files);

/** One hash over the files that the forest is made of. */
export async function hashSources(folder: string): Promise<string> {
  const hashes = await Promise.all(Object.values(files).map((file) => hashFile(join(folder, file))));
  return hashes.join('-');
}

/** All rows of the files, or every fault in them, those across files included. */
export async function readSources(folder: string): Promise<Result<Sources>> {
  const [regions, organisations, templates, categories] = await Promise.all([
    readRows<RegionRow>({ path: join(folder, files.regions), schema: regionRow, uniqueBy: 'code' }),
    readRows<OrganisationRow>({
      path: join(folder, files.organisations),
      schema: organisationRow,
      uniqueBy: 'id',
    }),
    readRows<TemplateRow>({ path: join(folder, files.templates), schema: templateRow }),
    readRows<CategoryRow>({ path: join(folder, files.categories), schema: categoryRow, uniqueBy: 'id' }),
  ]);
  const faults = [regions, organisations, templates, categories].flatMap((result) =>
    result.ok ? [] : result.faults,
  );
  if (!regions.ok || !organisations.ok || !templates.ok || !categories.ok) return { ok: false, faults };
  faults.push(
    ...regionFaults(regions.value),
    ...organisationFaults(organisations.value, regions.value),
    ...templateFaults(templates.value),
    ...categoryFaults(categories.value, organisations.value.rows, templates.value.rows),
  );
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      regions: regions.value.rows,
      organisations: organisations.value.rows,
      templates: templates.value.rows,
      categories: categories.value.rows,
    },
  };
}

function regionFaults({ file, rows, lines }: ReferenceFile<RegionRow>): RowFault[] {
  const levels = new Map(rows.map((row) => [row.code, row.level]));
  return rows.flatMap((row, index) => {
    const fault = (field: string, reason: string) => [{ file, line: lines[index]!, field, reason }];
    const expected = row.code.includes('.') ? row.code.slice(0, row.code.lastIndexOf('.')) : null;
    if (row.parent !== expected) return fault('parent', `must be ${expected ?? 'empty'} for ${row.code}`);
    if (expected !== null && !levels.has(expected))
      return fault('parent', `no region has the code ${expected}`);
    const depth = row.code.split('.').length;
    const expectedDepth = row.level === 'province' ? 1 : row.level === 'district' ? 3 : 2;
    return depth === expectedDepth ? [] : fault('level', `${row.code} cannot be a ${row.level}`);
  });
}

function organisationFaults(
  { file, rows, lines }: ReferenceFile<OrganisationRow>,
  regions: ReferenceFile<RegionRow>,
): RowFault[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const codes = new Set(regions.rows.map((row) => row.code));
  return rows.flatMap((row, index) => {
    const faults: RowFault[] = [];
    const fault = (field: string, reason: string) =>
      faults.push({ file, line: lines[index]!, field, reason });
    if (row.parent !== null && !byId.has(row.parent))
      fault('parent', `no organisation has the id ${row.parent}`);
    else if (isItsOwnAncestor(row, byId)) fault('parent', `${row.id} would be above itself`);
    if (row.region_code !== null && !codes.has(row.region_code)) {
      fault('region_code', `no region has the code ${row.region_code}`);
    }
    const isLocal = row.kind === 'province' || row.kind === 'regency' || row.kind === 'city';
    if (isLocal && row.region_code === null) fault('region_code', `a ${row.kind} government needs one`);
    if (row.kind === 'opd' && row.parent === null) fault('parent', 'an opd needs one');
    for (const successor of row.successor) {
      if (!byId.has(successor)) fault('successor', `no organisation has the id ${successor}`);
    }
    return faults;
  });
}

function isItsOwnAncestor(row: OrganisationRow, byId: ReadonlyMap<string, OrganisationRow>): boolean {
  const seen = new Set<string>();
  let above = row.parent === null ? undefined : byId.get(row.parent);
  while (above !== undefined && !seen.has(above.id)) {
    if (above.id === row.id) return true;
    seen.add(above.id);
    above = above.parent === null ? undefined : byId.get(above.parent);
  }
  return false;
}

function templateFaults({ file, rows, lines }: ReferenceFile<TemplateRow>): RowFault[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = `${row.applies_to} ${row.key}`;
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated
      ? [
          {
            file,
            line: lines[index]!,
            field: 'key',
            reason: `${row.key} is there twice for ${row.applies_to}`,
          },
        ]
      : [];
  });
}

/** A category must lead somewhere on its level, unless it is mixed: then a person decides. */
function categoryFaults(
  { file, rows, lines }: ReferenceFile<CategoryRow>,
  organisations: readonly OrganisationRow[],
  templates: readonly TemplateRow[],
): RowFault[] {
  const ids = new Set(organisations.map(({ id }) => id));
  const keys = new Set(templates.map(({ key }) => key));
  return rows.flatMap((row, index) => {
    const fault = (field: string, reason: string): RowFault => ({ file, line: lines[index]!, field, reason });
    const { usual_level: level, national_org: body, opd_key: key } = row;
    return [
      ...(level === 'national' && body === null
        ? [fault('national_org', 'a national category needs one')]
        : []),
      ...((level === 'province' || level === 'regency') && key === null
        ? [fault('opd_key', `a ${level} category needs one`)]
        : []),
      ...(body !== null && !ids.has(body)
        ? [fault('national_org', `no organisation has the id ${body}`)]
        : []),
      ...(key !== null && !keys.has(key) ? [fault('opd_key', `no template has the key ${key}`)] : []),
    ];
  });
}
