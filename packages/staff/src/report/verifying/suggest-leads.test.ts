import { describe, expect, it } from 'vitest';
import { suggestLeads } from './suggest-leads.ts';

const city = { id: 'pemkot', name: 'Pemerintah Kota Padang' };
const registry = { id: 'dukcapil', name: 'Disdukcapil Kota Padang' };
const power = { id: 'pln', name: 'PLN' };
const nothing = { hint: null, own: null, local: [], similarHandlers: [], returnedBy: [] };

describe('organisations offered for a report', () => {
  it('begin with the one the citizen chose, then those of similar reports, then the place', () => {
    const suggested = suggestLeads({
      ...nothing,
      hint: power,
      similarHandlers: [registry, registry, null],
      local: [city],
    });
    expect(suggested.map(({ id }) => id)).toEqual(['pln', 'dukcapil', 'pemkot']);
    expect(suggested[1]?.reasons.similar).toBe(2);
  });

  it('name each organisation once, with all its reasons', () => {
    const suggested = suggestLeads({ ...nothing, hint: city, local: [city], similarHandlers: [city] });
    expect(suggested).toEqual([
      { ...city, reasons: { hint: true, local: true, own: false, similar: 1, returned: false } },
    ]);
  });

  it('put one that gave the report back last, though the citizen chose it', () => {
    const suggested = suggestLeads({ ...nothing, hint: power, local: [city], returnedBy: [power] });
    expect(suggested.map(({ id }) => id)).toEqual(['pemkot', 'pln']);
  });

  it('are none when nothing is known', () => {
    expect(suggestLeads(nothing)).toEqual([]);
  });
});
