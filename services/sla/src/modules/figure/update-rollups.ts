import type { EntityManager } from '@mikro-orm/postgresql';
import { executePrepared } from '@lapor/database';
import type { CountedReport } from './counted-report.ts';
import { differences, type TableChange } from './differences.ts';
import type { Measures, RollupTable } from './rollup-table.ts';

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

/** Adds changes to the tables; those that stay as they are are in no statement. */
export async function applyChanges(em: EntityManager, changes: readonly TableChange[]): Promise<void> {
  if (changes.length === 0) return;
  // One at a time: rows of the whole country are in everybody's way, and two orders of locks would be a deadlock.
  await executePrepared(em, `select pg_advisory_xact_lock(hashtextextended('figures', 0))`, []);
  await executePrepared(
    em,
    together(
      'add',
      changes.map(({ table }) => table),
    ),
    changes.map(({ changes: rows }) =>
      JSON.stringify(rows.map(({ key, measures }) => ({ ...key, ...measures }))),
    ),
  );
  const left = changes
    .map(({ table, changes: rows }) => ({
      table,
      keys: rows.filter(({ measures }) => mayEmpty(table, measures)).map(({ key }) => key),
    }))
    .filter(({ keys }) => keys.length > 0);
  if (left.length === 0) return;
  await executePrepared(
    em,
    together(
      'remove',
      left.map(({ table }) => table),
    ),
    left.map(({ keys }) => JSON.stringify(keys)),
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

const PARTS = { add: addTo, remove: removeEmptyFrom };
/** Few sets of tables change together: those of a state, those of a follow-up … */
const texts = new Map<string, string>();

/** One statement for some tables. */
function together(what: keyof typeof PARTS, tables: readonly RollupTable[]): string {
  const name = [what, ...tables.map((table) => table.name)].join(' ');
  const known = texts.get(name);
  if (known) return known;
  const parts = tables.map((table, index) => `c${index} as (${PARTS[what](table)})`);
  const text = `with ${parts.join(', ')} select 1`;
  texts.set(name, text);
  return text;
}
