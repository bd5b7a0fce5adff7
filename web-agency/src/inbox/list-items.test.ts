import { describe, expect, it } from 'vitest';
import { firstRows, listItems, neighbourOf } from './list-items.ts';

const groups = [
  { id: 'OVERDUE' as const, rows: [{ id: 'a' }] },
  { id: 'SOON' as const, rows: [{ id: 'b' }, { id: 'c' }] },
];
const items = listItems(groups);
const walk = (from: number, step: 1 | -1) => {
  const at = neighbourOf(items, from, step);
  return at === null ? null : items[at]?.key;
};

describe('the lines of a box', () => {
  it('are reports under the heading of their group', () => {
    expect(items.map(({ key }) => key)).toEqual(['group:OVERDUE', 'a', 'group:SOON', 'b', 'c']);
  });

  it('have no heading where nothing has a deadline', () => {
    expect(listItems([{ id: 'NONE', rows: [{ id: 'a' }] }]).map(({ key }) => key)).toEqual(['a']);
  });

  it('begin with those that can be chosen at once, across groups', () => {
    const ids = (most: number) => firstRows(groups, most).map(({ id }) => id);
    expect(ids(2)).toEqual(['a', 'b']);
    expect(ids(9)).toEqual(['a', 'b', 'c']);
    expect(firstRows([], 9)).toEqual([]);
  });

  it('are walked from report to report, over the headings', () => {
    expect(walk(-1, 1)).toBe('a');
    expect(walk(1, 1)).toBe('b');
    expect(walk(3, -1)).toBe('a');
    expect(walk(-1, -1)).toBe('c');
  });

  it('end where they end', () => {
    expect(walk(4, 1)).toBeNull();
    expect(walk(1, -1)).toBeNull();
    expect(neighbourOf([], -1, 1)).toBeNull();
  });
});
