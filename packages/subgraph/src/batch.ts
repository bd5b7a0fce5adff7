import DataLoader from 'dataloader';

/** Loads values by id, each once per request, all of one tick together. */
export type Loader<Value> = DataLoader<string, Value>;

/** A loader that fetches all ids of one tick in one statement; an id without a row gives `null`. */
export function batchById<Row>(
  find: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Loader<Row | null> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [idOf(row), row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** A loader that fetches the rows belonging to all ids of one tick in one statement. */
export function batchGroups<Row>(
  find: (ids: readonly string[]) => Promise<readonly Row[]>,
  groupOf: (row: Row) => string,
): Loader<Row[]> {
  return new DataLoader(async (ids) => {
    const groups = Map.groupBy(await find(ids), groupOf);
    return ids.map((id) => groups.get(id) ?? []);
  });
}

/** A loader that answers by its own rule: `find` gives one value per id, in order. */
export const batch = <Value>(find: (ids: readonly string[]) => Promise<readonly Value[]>): Loader<Value> =>
  new DataLoader(find);
