import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type FilterValues<Name extends string> = Readonly<Record<Name, string>>;

export interface Filtering<Name extends string> {
  values: FilterValues<Name>;
  /** How many are set. */
  count: number;
  set: (part: Partial<Record<Name, string>>) => void;
  clear: () => void;
}

/**
 * Filters of a list in the address, so that a link, the way back and a reload keep them. An empty value is no filter.
 * Keep `names` the same array.
 */
export function useFilters<Name extends string>(names: readonly Name[]): Filtering<Name> {
  const [query, setQuery] = useSearchParams();
  const key = names.map((name) => query.get(name) ?? '').join('\n');
  const values = useMemo(() => {
    const parts = key.split('\n');
    return Object.fromEntries(names.map((name, index) => [name, parts[index] ?? ''])) as Record<Name, string>;
  }, [names, key]);

  const set = useCallback(
    (part: Partial<Record<Name, string>>) =>
      setQuery(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(part) as [string, string | undefined][]) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setQuery],
  );
  return {
    values,
    count: names.filter((name) => values[name] !== '').length,
    set,
    clear: useCallback(
      () => set(Object.fromEntries(names.map((name) => [name, ''])) as Record<Name, string>),
      [names, set],
    ),
  };
}
