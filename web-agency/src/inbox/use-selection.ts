import { useCallback, useMemo, useState } from 'react';

/** What a bulk action needs to say about a report. */
export interface Selectable {
  id: string;
  number: string;
  title: string;
}

/** As many as the graph changes at once. */
export const MOST_SELECTED = 100;

export interface Selection<Row extends Selectable> {
  chosen: readonly Row[];
  has: (id: string) => boolean;
  /** Nothing happens to a further one when as many are chosen as may be. */
  toggle: (row: Row) => void;
  /** Chooses the first of these, as many as may be; takes all out again when they were. */
  toggleAll: (rows: readonly Row[]) => void;
  /** Keeps only those of these ids. */
  keep: (ids: ReadonlySet<string>) => void;
  clear: () => void;
}

/** Reports that are chosen for one action. They stay chosen while the list is loaded anew and in whatever order it comes. */
export function useSelection<Row extends Selectable>(): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const toggle = useCallback(
    (row: Row) =>
      setChosen((before) => {
        const after = new Map(before);
        if (!after.delete(row.id) && after.size < MOST_SELECTED) after.set(row.id, row);
        return after;
      }),
    [],
  );
  const toggleAll = useCallback(
    (rows: readonly Row[]) =>
      setChosen((before) => {
        const first = rows.slice(0, MOST_SELECTED);
        const allAre = first.every(({ id }) => before.has(id));
        return new Map(allAre ? [] : first.map((row) => [row.id, row]));
      }),
    [],
  );
  const keep = useCallback(
    (ids: ReadonlySet<string>) => setChosen((before) => new Map([...before].filter(([id]) => ids.has(id)))),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return useMemo(
    () => ({
      chosen: [...chosen.values()],
      has: (id: string) => chosen.has(id),
      toggle,
      toggleAll,
      keep,
      clear,
    }),
    [chosen, toggle, toggleAll, keep, clear],
  );
}
