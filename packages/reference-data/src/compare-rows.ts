export type RowChanges<Row> = {
  insert: Row[];
  update: Row[];
  unchanged: Row[];
  /** Keys that are there and no longer wanted. They are to be marked as retired, never deleted. */
  retire: string[];
};

export type CompareRowsOptions<Row, Existing> = {
  wanted: readonly Row[];
  /** What is stored, retired rows included: a wanted row that was retired counts as an update. */
  existing: ReadonlyMap<string, Existing>;
  keyOf: (row: Row) => string;
  isEqual: (wanted: Row, existing: Existing) => boolean;
  isRetired: (existing: Existing) => boolean;
};

/** What has to be written so that the stored rows become the wanted ones. */
export function compareRows<Row, Existing>({
  wanted,
  existing,
  keyOf,
  isEqual,
  isRetired,
}: CompareRowsOptions<Row, Existing>): RowChanges<Row> {
  const changes: RowChanges<Row> = { insert: [], update: [], unchanged: [], retire: [] };
  const wantedKeys = new Set<string>();
  for (const row of wanted) {
    const key = keyOf(row);
    wantedKeys.add(key);
    const stored = existing.get(key);
    if (stored === undefined) changes.insert.push(row);
    else if (isRetired(stored) || !isEqual(row, stored)) changes.update.push(row);
    else changes.unchanged.push(row);
  }
  for (const [key, stored] of existing) {
    if (!wantedKeys.has(key) && !isRetired(stored)) changes.retire.push(key);
  }
  return changes;
}
