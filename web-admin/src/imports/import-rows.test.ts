import { expect, it } from 'vitest';
import { countsBySubject, importRows, lastImportOf, type ImportRow } from './import-rows.ts';

const row = (id: string, at: string, more: Partial<ImportRow> = {}): ImportRow => ({
  id,
  at,
  files: ['regions.csv', 'organisations.csv'],
  outcome: 'IMPORTED',
  counts: [],
  faults: [],
  ...more,
});

const rows = importRows({
  organisationImports: [
    row('b', '2026-11-20T00:00:00.000Z', { outcome: 'REFUSED' }),
    row('a', '2026-11-01T00:00:00.000Z'),
  ],
  categoryImports: [row('c', '2026-11-10T00:00:00.000Z', { files: ['categories.csv'] })],
  calendarVersions: {
    edges: [{ node: { version: 'v1', effectiveAt: '2026-11-05T00:00:00.000Z', changeCount: 372 } }],
  },
  referenceSources: [],
});

it('puts what all services imported in one order', () => {
  expect(rows.map(({ id }) => id)).toEqual(['b', 'c', 'v1', 'a']);
  expect(rows[2]).toMatchObject({ files: ['holidays.csv'], counts: [{ name: 'changed', count: 372 }] });
});

it('knows when a file was last taken over, not when it was refused', () => {
  expect(lastImportOf(rows, 'regions.csv')?.id).toBe('a');
  expect(lastImportOf(rows, 'boundaries-provinces.topojson')).toBeUndefined();
});

it('gives counts by their subject and leaves out what says nothing', () => {
  expect(
    countsBySubject([
      { name: 'regions.inserted', count: 3 },
      { name: 'regions.retired', count: 0 },
      { name: 'regions.unchanged', count: 8 },
      { name: 'written', count: 625 },
    ]),
  ).toEqual([
    { subject: 'regions', counts: [{ name: 'inserted', count: 3 }] },
    { subject: null, counts: [{ name: 'written', count: 625 }] },
  ]);
});
