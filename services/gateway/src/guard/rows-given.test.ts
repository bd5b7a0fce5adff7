import { describe, expect, it } from 'vitest';
import { rowsGiven } from './rows-given.ts';

describe('rows of an answer', () => {
  it('are the objects of its lists, those of lists within them as well', () => {
    expect(rowsGiven({ edges: [{ node: { parts: [{}, {}] } }, { node: { parts: [] } }] })).toBe(4);
    expect(rowsGiven({ groups: [[{}, {}], [{}]] })).toBe(3);
  });

  it('are not objects alone, words and numbers, or what is missing', () => {
    expect(
      rowsGiven({ total: { figures: { days: ['2026-11-01', '2026-11-02'], counts: [1, 2, null] } } }),
    ).toBe(0);
    expect([rowsGiven(null), rowsGiven(undefined), rowsGiven([])]).toEqual([0, 0, 0]);
  });

  it('are counted however deeply they lie', () => {
    let deep: object = {};
    for (let level = 0; level < 50_000; level++) deep = { inner: [deep] };
    expect(rowsGiven(deep)).toBe(50_000);
  });
});
