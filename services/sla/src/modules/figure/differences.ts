import type { CountedReport } from './counted-report.ts';
import type { Measures, RollupTable } from './rollup-table.ts';
import { ROLLUP_TABLES } from './tables.ts';

/** By how much one row changes. */
export interface RowChange {
  key: Record<string, string | boolean>;
  measures: Measures;
}

/** What changes in a table, ordered by key: everybody locks rows in the same order. */
export interface TableChange {
  table: RollupTable;
  changes: RowChange[];
}

/**
 * The difference that reports make to the tables: what they add now, less what they added before. Tables that stay as they are are
 * left out. Pure: from no reports before it is a full count.
 */
export function differences(before: Iterable<CountedReport>, after: Iterable<CountedReport>): TableChange[] {
  const sums = ROLLUP_TABLES.map(
    () => new Map<string, { key: RowChange['key']; sum: Record<string, number | number[]> }>(),
  );
  const add = (report: CountedReport, sign: 1 | -1) => {
    for (const [index, table] of ROLLUP_TABLES.entries()) {
      const rows = sums[index]!;
      for (const { key, measures } of table.contributionsOf(report)) {
        const name = Object.values(key).join('\u0000');
        let row = rows.get(name);
        if (!row) rows.set(name, (row = { key, sum: {} }));
        for (const [measure, value] of Object.entries(measures)) addTo(row.sum, measure, value, sign);
      }
    }
  };
  for (const report of before) add(report, -1);
  for (const report of after) add(report, 1);
  return ROLLUP_TABLES.map((table, index) => ({
    table,
    changes: [...sums[index]!]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, sum }]) => ({ key, measures: withoutZeros(sum) }))
      .filter(({ measures }) => Object.keys(measures).length > 0),
  })).filter(({ changes }) => changes.length > 0);
}

function addTo(
  sum: Record<string, number | number[]>,
  measure: string,
  value: number | readonly number[],
  sign: 1 | -1,
): void {
  if (typeof value === 'number') {
    sum[measure] = ((sum[measure] as number | undefined) ?? 0) + sign * value;
    return;
  }
  const histogram = (sum[measure] ??= []) as number[];
  for (let index = 0; index < value.length; index++)
    histogram[index] = (histogram[index] ?? 0) + sign * value[index]!;
}

function withoutZeros(sum: Record<string, number | number[]>): Measures {
  const kept: Record<string, number | number[]> = {};
  for (const [measure, value] of Object.entries(sum)) {
    if (typeof value === 'number') {
      if (value !== 0) kept[measure] = value;
      continue;
    }
    const last = value.findLastIndex((count) => count !== 0);
    if (last >= 0) kept[measure] = value.slice(0, last + 1);
  }
  return kept;
}
