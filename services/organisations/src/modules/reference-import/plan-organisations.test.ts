import { dataFolder } from '@lapor/reference-data';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PlannedOrganisation, planOrganisations } from './plan-organisations.ts';
import { planRegions } from './plan-regions.ts';
import { readSources } from './read-sources.ts';

let forest: Map<string, PlannedOrganisation>;
beforeAll(async () => {
  const sources = await readSources(dataFolder);
  if (!sources.ok) throw new Error('The shipped files are at fault');
  const planned = planOrganisations(sources.value, planRegions(sources.value.regions));
  forest = new Map(planned.map((organisation) => [organisation.id, organisation]));
  expect(forest.size).toBe(planned.length);
});
const get = (id: string) => forest.get(id)!;

describe('the forest', () => {
  test.each([
    ['pemkot-13-71', ['pemkot-13-71']],
    ['opd-13-71-dpupr', ['pemkot-13-71', 'opd-13-71-dpupr']],
    ['pemprov-13', ['pemprov-13']],
    ['opd-13-disdik', ['pemprov-13', 'opd-13-disdik']],
    ['ditjen-bina-marga', ['kemenpu', 'ditjen-bina-marga']],
    ['korlantas', ['polri', 'korlantas']],
    ['kemenpanrb', ['kemenpanrb']],
    // Jakarta's cities are administrative: the province governs them.
    ['pemkot-31-71', ['pemprov-31', 'pemkot-31-71']],
    ['opd-31-71-kec-01', ['pemprov-31', 'pemkot-31-71', 'opd-31-71-kec-01']],
  ])('%s has the path %j and its first as government', (id, path) => {
    expect([get(id).path, get(id).government_id]).toEqual([path, path[0]]);
  });

  test('a city stays below its province though it governs itself', () => {
    expect(get('pemkot-13-71').parent_id).toBe('pemprov-13');
  });

  test('takes the zone of the region, and that of Jakarta for the rest', () => {
    const zones = ['opd-13-71-dpupr', 'pemkab-63-10', 'pemprov-91', 'kemenpanrb'].map(
      (id) => get(id).time_zone_label,
    );
    expect(zones).toEqual(['WIB', 'WITA', 'WIT', 'WIB']);
  });
});

describe('units from templates', () => {
  test('are made for local governments that have none, and marked', () => {
    expect(get('opd-32-73-dpupr')).toMatchObject({
      name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung',
      acronym: 'DPUPR',
      kind: 'OPD',
      is_template: true,
      parent_id: 'pemkot-32-73',
      region_code: '32.73',
    });
    expect(get('opd-32-disdik').name).toBe('Dinas Pendidikan Provinsi Jawa Barat');
  });

  test('include a kecamatan for each district and no kelurahan', () => {
    expect(get('opd-32-73-kec-01')).toMatchObject({
      name: 'Kecamatan Sukasari, Kota Bandung',
      acronym: 'Kec. Sukasari',
      region_code: '32.73.01',
    });
    const all = [...forest.values()];
    expect(all.filter(({ id }) => /-kec-\d+$/.test(id))).toHaveLength(7285);
    expect(all.filter(({ name }) => name.startsWith('Kelurahan'))).toEqual([]);
  });

  test('leave governments alone that have a list of their own', () => {
    expect(get('opd-13-71-disdag').is_template).toBe(false);
    expect([...forest.values()].filter(({ parent_id }) => parent_id === 'pemkot-13-71')).toHaveLength(44);
  });

  test('are only kecamatan in an administrative city', () => {
    const units = [...forest.values()].filter(({ parent_id }) => parent_id === 'pemkot-31-71');
    expect(units).toHaveLength(8);
    expect(units.every(({ id }) => id.includes('-kec-'))).toBe(true);
  });

  test('the marked rows of the file are marked too', () => {
    expect(get('opd-13-02-disdik').is_template).toBe(true);
  });
});
