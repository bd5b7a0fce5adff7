import { expect, it } from 'vitest';
import { countsByRule } from './counts-by-rule.ts';

it('counts what was done by each rule, releases at the end', () => {
  const rows = countsByRule([
    { kind: 'RELEASED', rule: null, count: 4 },
    { kind: 'WITHHELD', rule: 'CHILD', count: 1 },
    { kind: 'WITHHELD', rule: 'PERSONAL_DATA', count: 7 },
    { kind: 'PHOTO_REDACTED', rule: 'CHILD', count: 2 },
  ]);
  expect(rows.map(({ rule }) => rule)).toEqual(['PERSONAL_DATA', 'CHILD', null]);
  expect(rows[1]?.counts).toEqual({ WITHHELD: 1, RELEASED: 0, TEXT_REDACTED: 0, PHOTO_REDACTED: 2 });
  expect(rows[2]?.counts.RELEASED).toBe(4);
  expect(countsByRule([])).toEqual([]);
});
