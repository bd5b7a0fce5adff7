import { describe, expect, it } from 'vitest';
import { countNewcomers } from './count-newcomers.ts';

describe('reports that came into a list since it was shown', () => {
  it('are those that are not among the shown', () => {
    expect(countNewcomers(['a', 'b'], ['a', 'x', 'b', 'y'], true)).toBe(2);
    expect(countNewcomers([], ['x'], true)).toBe(1);
    expect(countNewcomers(['a', 'b'], ['b'], true)).toBe(0);
  });

  it('are not those of the next page that moved up', () => {
    expect(countNewcomers(['a', 'b', 'c'], ['b', 'c', 'd'], false)).toBe(0);
    expect(countNewcomers(['a', 'b', 'c'], ['x', 'a', 'b'], false)).toBe(1);
  });
});
