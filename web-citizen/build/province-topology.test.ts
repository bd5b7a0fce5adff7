import { readFile } from 'node:fs/promises';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';
import { topologyOf, type RegencyTopology } from './province-topology.ts';

test('a province cut out of the country has the same regencies with the same borders', async () => {
  const file = new URL('../../data/boundaries-regencies.topojson', import.meta.url);
  const whole = JSON.parse(await readFile(file, 'utf8')) as RegencyTopology;
  const cut = topologyOf(whole, '13');
  const of = (topology: RegencyTopology) =>
    feature(topology, topology.objects.regencies).features.filter(
      ({ properties }) => properties.province === '13',
    );
  expect(of(cut)).toHaveLength(19);
  expect(of(cut)).toEqual(of(whole));
  expect(cut.arcs.length).toBeLessThan(whole.arcs.length / 10);
});
