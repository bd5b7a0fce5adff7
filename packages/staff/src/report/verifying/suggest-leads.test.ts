import { describe, expect, it } from 'vitest';
import { suggestLeads } from './suggest-leads.ts';

const city = { id: 'pemkot', name: 'Pemerintah Kota Padang' };
const registry = { id: 'dukcapil', name: 'Disdukcapil Kota Padang' };
const power = { id: 'pln', name: 'PLN' };
const nothing = {
  hint: null,
  own: null,
  local: [],
  rules: [],
  similarHandlers: [],
  suggested: [],
  returnedBy: [],
};
const noReasons = {
  hint: false,
  local: false,
  own: false,
  similar: 0,
  alike: 0,
  words: [],
  rule: null,
  returned: false,
};

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
    expect(suggested).toEqual([{ ...city, reasons: { ...noReasons, hint: true, local: true, similar: 1 } }]);
  });

  it('put one that gave the report back last, though the citizen chose it', () => {
    const suggested = suggestLeads({ ...nothing, hint: power, local: [city], returnedBy: [power] });
    expect(suggested.map(({ id }) => id)).toEqual(['pemkot', 'pln']);
  });

  it('put whom the category map names before the government of the place, with the rule', () => {
    const rule = { basis: 'UNIT_WITH_KEY', unitKey: 'disdukcapil', version: 2 } as const;
    const suggested = suggestLeads({
      ...nothing,
      local: [city],
      rules: [{ organisation: registry, ...rule }],
    });
    expect(suggested.map(({ id }) => id)).toEqual(['dukcapil', 'pemkot']);
    expect(suggested[0]?.reasons.rule).toEqual(rule);
  });

  it('believe several similar reports rather than the map, one or two not', () => {
    const rules = [
      { organisation: registry, basis: 'UNIT_WITH_KEY', unitKey: 'disdukcapil', version: 2 } as const,
    ];
    const leads = (count: number) =>
      suggestLeads({ ...nothing, rules, similarHandlers: Array.from({ length: count }, () => power) })[0]?.id;
    expect([leads(2), leads(3)]).toEqual(['dukcapil', 'pln']);
  });

  it('take what the text suggests, with words and count, behind the map and before the mere place', () => {
    const suggested = suggestLeads({
      ...nothing,
      local: [city],
      rules: [{ organisation: registry, basis: 'UNIT_WITH_KEY', unitKey: 'disdukcapil', version: 2 }],
      suggested: [{ organisation: power, alike: 20, words: ['listrik'] }],
    });
    expect(suggested.map(({ id }) => id)).toEqual(['dukcapil', 'pln', 'pemkot']);
    expect(suggested[1]?.reasons).toEqual({ ...noReasons, alike: 20, words: ['listrik'] });
  });

  it('are none when nothing is known', () => {
    expect(suggestLeads(nothing)).toEqual([]);
  });
});
