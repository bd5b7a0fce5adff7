import { describe, expect, it } from 'vitest';
import { ruleWords } from './route-words.ts';

describe('the rule behind a suggestion', () => {
  it('names the task by the name people know', () =>
    expect(ruleWords({ basis: 'UNIT_WITH_KEY', unitKey: 'dishub', version: 3 })).toEqual({
      id: 'routes.rule.UNIT_WITH_KEY',
      values: { task: 'Dinas Perhubungan (dishub)', version: 3 },
    }));

  it('says of a government whether a unit is missing or none is meant', () => {
    expect(ruleWords({ basis: 'GOVERNMENT_WITHOUT_UNIT', unitKey: 'dishub', version: 1 }).id).toBe(
      'routes.rule.GOVERNMENT_WITHOUT_UNIT',
    );
    expect(ruleWords({ basis: 'GOVERNMENT_WITHOUT_UNIT', unitKey: null, version: 1 }).id).toBe(
      'routes.rule.government',
    );
  });
});
