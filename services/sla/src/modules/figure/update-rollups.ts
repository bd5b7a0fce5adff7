import type { EntityManager } from '@mikro-orm/postgresql';
import { executePrepared } from '@lapor/database';
import type { CountedReport } from './counted-report.ts';
import { differences, type TableChange } from './differences.ts';
import { ROLLUP_TABLES, type Measures, type RollupTable } from './tables.ts';

/** Written into each fact that is counted: whoever changes what the tables hold raises it, and all reports are counted again. */
export const FIGURES_VERSION = 1;

/**
 * Moves the tables of figures from what was to what is, in the transaction of the facts: nothing when no figure changes, else two
 * statements, three when a report leaves a row. Whoever calls it holds the facts' rows.
 * @param before the facts as they were stored; of a report that is new none. Those of another version were not counted.
 * @param after the facts as they are stored now, with `figuresVersion: FIGURES_VERSION`.
 */
export async function updateRollups(
  em: EntityManager,
  before: ReadonlyMap<string, CountedReport>,
  after: ReadonlyMap<string, CountedReport>,
): Promise<void> {
  const counted = [...before.values()].filter(
    ({ reportId, figuresVersion }) => figuresVersion === FIGURES_VERSION && after.has(reportId),
  );
  await applyChanges(em, differences(counted, after.values()));
}

/** Adds changes to the tables. */
export async function applyChanges(em: EntityManager, changes: readonly TableChange[]): Promise<void> {
  if (changes.length === 0) return;
  // One at a time: rows of the whole country are in everybody's way, and two orders of locks would be a deadlock.
  await executePrepared(em, `select pg_advisory_xact_lock(hashtextextended('figures', 0))`, []);
  const rowsOf = new Map(changes.map(({ table, changes: rows }) => [table, rows]));
  await executePrepared(
    em,
    ADD,
    ROLLUP_TABLES.map((table) =>
      JSON.stringify((rowsOf.get(table) ?? []).map(({ key, measures }) => ({ ...key, ...measures }))),
    ),
  );
  const left = ROLLUP_TABLES.map((table) =>
    (rowsOf.get(table) ?? []).filter(({ measures }) => mayEmpty(table, measures)).map(({ key }) => key),
  );
  if (left.some((keys) => keys.length > 0))
    await executePrepared(
      em,
      REMOVE_EMPTY,
      left.map((keys) => JSON.stringify(keys)),
    );
}

const isLess = (measure: Measures[string] | undefined) => typeof measure === 'number' && measure < 0;

/** A cohort is empty when nobody is in it any more; what else changes in it moves within the row. */
const mayEmpty = ({ numbers }: RollupTable, measures: Measures): boolean =>
  numbers.includes('received') ? isLess(measures.received) : numbers.some((name) => isLess(measures[name]));

const columnsOf = ({ key, numbers, histograms }: RollupTable) => [
  ...Object.keys(key),
  ...numbers,
  ...histograms,
];

function typedColumns({ key, numbers, histograms }: RollupTable): string {
  return [
    ...Object.entries(key).map(([name, type]) => `${name} ${type}`),
    ...numbers.map((name) => `${name} bigint`),
    ...histograms.map((name) => `${name} int[]`),
  ].join(', ');
}

const addTo = (table: RollupTable): string => {
  const { name, key, numbers, histograms } = table;
  return `insert into ${name} as t (${columnsOf(table).join(', ')})
    select ${[...Object.keys(key), ...numbers.map((column) => `coalesce(${column}, 0)`), ...histograms].join(', ')}
    from jsonb_to_recordset(?::jsonb) as r (${typedColumns(table)})
    on conflict (${Object.keys(key).join(', ')}) do update set ${[
      ...numbers.map((column) => `${column} = t.${column} + excluded.${column}`),
      // The function is called only where it has something to add.
      ...histograms.map(
        (column) =>
          `${column} = case when excluded.${column} is null then t.${column} else add_counts(t.${column}, excluded.${column}) end`,
      ),
    ].join(', ')}`;
};

const removeEmptyFrom = ({ name, key, numbers }: RollupTable): string =>
  `delete from ${name} t using jsonb_to_recordset(?::jsonb) as r (${Object.entries(key)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')})
   where ${Object.keys(key)
     .map((column) => `t.${column} = r.${column}`)
     .join(' and ')} and ${numbers.map((column) => `t.${column} = 0`).join(' and ')}`;

const together = (statements: readonly string[]): string =>
  `with ${statements.map((statement, index) => `c${index} as (${statement})`).join(', ')} select 1`;

const ADD = together(ROLLUP_TABLES.map(addTo));
const REMOVE_EMPTY = together(ROLLUP_TABLES.map(removeEmptyFrom));
