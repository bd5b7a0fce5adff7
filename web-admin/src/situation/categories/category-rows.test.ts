import { describe, expect, it } from 'vitest';
import { changeOfGroup, fastestOf, type CategoryRow } from './category-rows.ts';

const row = (key: string, received: number | null): CategoryRow => ({
  key,
  category: { id: key, name: key },
  figures: { received },
});

describe('categories against an earlier period', () => {
  it('one that was not there before is new; one that is kept back tells nothing', () => {
    const earlier = new Map([
      ['a', 100],
      ['b', null],
    ] as [string, number | null][]);
    expect(changeOfGroup(110, 'a', earlier)).toEqual({ kind: 'UP', by: 10 });
    expect(changeOfGroup(9, 'b', earlier)).toEqual({ kind: 'UNKNOWN' });
    expect(changeOfGroup(9, 'c', earlier)).toEqual({ kind: 'NEW' });
  });

  it('the fastest is sought among those with 30 reports, for small numbers jump by chance', () => {
    const earlier = new Map([
      ['jalan', 2_100],
      ['mbg', 56],
      ['langka', 1],
    ]);
    const rows = [row('jalan', 2_214), row('mbg', 231), row('langka', 12)];
    expect(fastestOf(rows, earlier)).toEqual({ row: rows[1], by: 313 });
    expect(fastestOf([row('jalan', 2_000)], earlier)).toBeNull();
  });
});
