import { type RowChanges, compareRows } from '@lapor/reference-data';
import type { EntityManager } from '@mikro-orm/postgresql';

/** How planned rows of one table are stored. */
export type Target<Row> = {
  table: string;
  key: keyof Row & string;
  /** SQL type of each column that the files decide; other columns keep what people entered. */
  columns: Record<keyof Row & string, string>;
  /** Further columns of new rows, as SQL. */
  onInsert?: Record<string, string>;
  /** Assignments of changed rows, as SQL. */
  onUpdate?: string[];
  onRetire?: string[];
};

export type ImportCounts = { inserted: number; updated: number; unchanged: number; retired: number };

// Small enough that the texts of a whole import never stand in memory together.
const rowsPerStatement = 1_000;

/** Makes the table hold the wanted rows, parents first. Rows that are not wanted any more are retired, never deleted. */
export async function writeRows<Row extends Record<string, unknown>>(
  em: EntityManager,
  target: Target<Row>,
  wanted: readonly Row[],
  at: Date,
): Promise<{ counts: ImportCounts; changedKeys: string[]; retiredKeys: string[] }> {
  const { table, key, columns } = target;
  const names = Object.keys(columns);
  const fingerprint = (row: Record<string, unknown>) => JSON.stringify(names.map((name) => row[name]));
  const stored = await em.execute<(Record<string, unknown> & { retired_at: unknown })[]>(
    `select ${names.join(', ')}, retired_at from ${table}`,
  );
  const changes = compareRows({
    wanted,
    existing: new Map(stored.map((row) => [String(row[key]), row])),
    keyOf: (row) => String(row[key]),
    isEqual: (row, existing) => fingerprint(row) === fingerprint(existing),
    isRetired: (existing) => existing.retired_at !== null,
  });
  await insertRows(em, target, changes.insert);
  await updateRows(em, target, changes.update);
  if (changes.retire.length > 0) {
    await em.execute(
      `update ${table} set ${['retired_at = ?', ...(target.onRetire ?? [])].join(', ')}
       where ${key} in (select json_array_elements_text(?::json))`,
      [at, JSON.stringify(changes.retire)],
    );
  }
  return { counts: countsOf(changes), changedKeys: changedKeys(changes, key), retiredKeys: changes.retire };
}

async function insertRows<Row>(em: EntityManager, target: Target<Row>, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(target.columns);
  const more = Object.entries(target.onInsert ?? {});
  for (const chunk of chunksOf(rows)) {
    await em.execute(
      `insert into ${target.table} (${[...names, ...more.map(([name]) => name)].join(', ')})
       select ${[...names, ...more.map(([, value]) => value)].join(', ')} from json_to_recordset(?::json) as r (${recordOf(target)})`,
      [JSON.stringify(chunk)],
    );
  }
}

async function updateRows<Row>(em: EntityManager, target: Target<Row>, rows: readonly Row[]): Promise<void> {
  const { table, key } = target;
  const assignments = [
    ...Object.keys(target.columns).map((name) => `${name} = r.${name}`),
    'retired_at = null',
    ...(target.onUpdate ?? []),
  ];
  for (const chunk of chunksOf(rows)) {
    await em.execute(
      `update ${table} set ${assignments.join(', ')} from json_to_recordset(?::json) as r (${recordOf(target)})
       where ${table}.${key} = r.${key}`,
      [JSON.stringify(chunk)],
    );
  }
}

function recordOf<Row>(target: Target<Row>): string {
  return Object.entries(target.columns)
    .map(([name, type]) => `${name} ${String(type)}`)
    .join(', ');
}

function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}

function countsOf(changes: RowChanges<unknown>): ImportCounts {
  return {
    inserted: changes.insert.length,
    updated: changes.update.length,
    unchanged: changes.unchanged.length,
    retired: changes.retire.length,
  };
}

function changedKeys<Row extends Record<string, unknown>>(changes: RowChanges<Row>, key: string): string[] {
  return [...changes.insert, ...changes.update].map((row) => String(row[key])).concat(changes.retire);
}
