import { STEP_KINDS, type StepKind } from '@lapor/events';
import { stepTotal, type StepSums } from './read-steps.ts';
import { keptBack } from './suppression.ts';

/** What is not told of a row: some kinds of steps, or with `ALL` everything. */
export type StepsKeptBack = ReadonlySet<StepKind | 'ALL'>;

const MEASURES = ['on_time', 'late'] as const;
const COLUMNS = ['ALL', ...STEP_KINDS] as const;
const NONE = { on_time: 0, late: 0 };

/**
 * Which steps of which rows outsiders are not told: small numbers, and what would tell them, for the rows of a table add up to the row of
 * the table above, and the kinds of a row to the row. What one way hides may need another hidden the other way, until nothing is left.
 * Pure.
 * @param untold rows of which nothing is told anyhow.
 */
export function stepsKeptBack(
  rows: ReadonlyMap<string, readonly StepSums[]>,
  untold: ReadonlySet<string>,
): Map<string, StepsKeptBack> {
  const hidden = new Map(
    [...rows.keys()].map((key) => [key, new Set<StepKind | 'ALL'>(untold.has(key) ? COLUMNS : [])]),
  );
  const pairs = [...rows].map(([key, sums]) => ({
    key,
    of: (column: (typeof COLUMNS)[number]) =>
      column === 'ALL' ? stepTotal(sums) : (sums.find(({ step }) => step === column) ?? NONE),
  }));
  let isFound = true;
  const hide = (key: string, column: StepKind | 'ALL') => {
    const of = hidden.get(key)!;
    if (of.has(column)) return;
    isFound = true;
    // A kind is told as part of a whole.
    for (const one of column === 'ALL' ? COLUMNS : [column]) of.add(one);
  };
  while (isFound) {
    isFound = false;
    for (const measure of MEASURES) {
      for (const column of COLUMNS) {
        const counts = pairs.map(({ of }) => of(column)[measure]);
        const found = keptBack(
          counts,
          pairs.map(({ key }) => hidden.get(key)!.has(column)),
        );
        for (const [index, { key }] of pairs.entries()) if (found[index]) hide(key, column);
      }
      for (const { key, of } of pairs) {
        const found = keptBack(
          STEP_KINDS.map((kind) => of(kind)[measure]),
          STEP_KINDS.map((kind) => hidden.get(key)!.has(kind)),
        );
        for (const [index, kind] of STEP_KINDS.entries()) if (found[index]) hide(key, kind);
      }
    }
  }
  return hidden;
}
