import { describe, expect, it } from 'vitest';
import { kindsBelow } from './kinds.ts';

describe('what can be made', () => {
  it('below a government and its units are units', () => {
    for (const parent of ['REGENCY', 'CITY', 'OPD'] as const)
      expect(kindsBelow(parent, true)).toEqual(['OPD']);
  });

  it('below a province new regencies and cities too, by the national desk alone', () => {
    expect(kindsBelow('PROVINCE', false)).toEqual(['OPD']);
    expect(kindsBelow('PROVINCE', true)).toEqual(['OPD', 'REGENCY', 'CITY']);
  });

  it('below a ministry its directorates, never a unit of a local government', () =>
    expect(kindsBelow('MINISTRY', true)).toEqual(['AGENCY']));

  it('at the top never something that governs itself below a province', () => {
    expect(kindsBelow(null, true)).not.toContain('CITY');
    expect(kindsBelow(null, true)).toContain('MINISTRY');
  });
});
