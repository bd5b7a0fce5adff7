import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRows } from './compare-rows.ts';

type Row = { id: string; name: string };
type Stored = Row & { retired: boolean };

const compare = (wanted: Row[], existing: Map<string, Stored>) =>
  compareRows<Row, Stored>({
    wanted,
    existing,
    keyOf: (row) => row.id,
    isEqual: (row, stored) => row.name === stored.name,
    isRetired: (stored) => stored.retired,
  });
const stored = (rows: Stored[]) => new Map(rows.map((row) => [row.id, row]));

test('new, changed, same, gone and returning rows are told apart', () => {
  const existing = stored([
    { id: 'same', name: 'Same', retired: false },
    { id: 'changed', name: 'Old', retired: false },
    { id: 'gone', name: 'Gone', retired: false },
    { id: 'long-gone', name: 'Long gone', retired: true },
    { id: 'back', name: 'Back', retired: true },
  ]);
  const wanted = [
    { id: 'same', name: 'Same' },
    { id: 'changed', name: 'New' },
    { id: 'new', name: 'New' },
    { id: 'back', name: 'Back' },
  ];
  expect(compare(wanted, existing)).toEqual({
    insert: [{ id: 'new', name: 'New' }],
    update: [
      { id: 'changed', name: 'New' },
      { id: 'back', name: 'Back' },
    ],
    unchanged: [{ id: 'same', name: 'Same' }],
    retire: ['gone'],
  });
});

test('once the changes are applied nothing is left to do', () => {
  const row = fc.record({ id: fc.stringMatching(/^[a-f]$/), name: fc.stringMatching(/^[xy]$/) });
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id });
  fc.assert(
    fc.property(rows, rows, fc.func(fc.boolean()), (before, wanted, retired) => {
      const state = stored(before.map((one) => ({ ...one, retired: retired(one.id) })));
      const changes = compare(wanted, state);
      for (const one of [...changes.insert, ...changes.update]) state.set(one.id, { ...one, retired: false });
      for (const id of changes.retire) state.get(id)!.retired = true;
      const again = compare(wanted, state);
      expect([again.insert, again.update, again.retire]).toEqual([[], [], []]);
      expect(again.unchanged).toHaveLength(wanted.length);
      expect([...state.values()].filter((one) => !one.retired)).toHaveLength(wanted.length);
    }),
  );
});
